package dev.hypersweep.trainer.train;

import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.optimiser.Adafactor;
import dev.hypersweep.trainer.optimiser.AdafactorRate;
import dev.hypersweep.trainer.optimiser.AdamW;
import dev.hypersweep.trainer.optimiser.Betas;
import dev.hypersweep.trainer.optimiser.Decay;
import dev.hypersweep.trainer.optimiser.Optimiser;
import dev.hypersweep.trainer.optimiser.TransformersAdamW;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Locale;

/** Makes the optimiser of a model's weights. */
@FunctionalInterface
public interface OptimiserFactory {

  Optimiser of(Session session, Weights weights);

  /** The one that the settings ask for. */
  static OptimiserFactory of(SettingValues settings) {
    String name = settings.choice("optimiser");
    Decay decay =
        new Decay(
            settings.number("weight_decay"),
            Decay.Scope.valueOf(settings.choice("decay_scope").toUpperCase(Locale.ROOT)));
    Betas betas =
        new Betas(settings.number("beta1"), settings.number("beta2"), settings.number("epsilon"));
    return switch (name) {
      case "adamw" -> (session, weights) -> new AdamW(session, weights, betas, decay);
      case "adamw_hf" ->
          (session, weights) -> new TransformersAdamW(session, weights, betas, decay);
      case "adafactor" ->
          (session, weights) ->
              new Adafactor(
                  session, weights, rate(settings), settings.number("adafactor_beta1"), decay);
      default ->
          throw new InvalidSetting("settings.optimiser: " + name + " is unknown to the trainer");
    };
  }

  private static AdafactorRate rate(SettingValues settings) {
    String kind = settings.choice("adafactor_rate").toUpperCase(Locale.ROOT);
    return new AdafactorRate(
        AdafactorRate.Kind.valueOf(kind), settings.choice("adafactor_scale").equals("on"));
  }
}
