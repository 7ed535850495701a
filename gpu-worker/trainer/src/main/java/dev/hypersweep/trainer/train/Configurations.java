package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.GateConfiguration;
import dev.hypersweep.trainer.model.ModelConfiguration;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.ImportanceAndLoad;
import dev.hypersweep.trainer.moe.gate.NoisyTopKGate;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import dev.hypersweep.trainer.task.ClassificationTask;
import java.util.Locale;

/** From the settings of a variant to the numbers that make its model. */
public final class Configurations {

  private Configurations() {}

  /**
   * Refuses settings that contradict each other, before any data is read.
   *
   * @throws InvalidSetting naming the setting, its value and the fix
   */
  public static void check(String variant, SettingValues settings) {
    int hidden = settings.integer("hidden");
    int heads = settings.integer("heads");
    if (hidden % heads != 0) {
      throw new InvalidSetting(
          "settings.heads: "
              + heads
              + " does not divide hidden "
              + hidden
              + "; give a divisor of hidden");
    }
    if (variant.equals(Variants.DENSE)) {
      return;
    }
    int experts = settings.integer("experts");
    int k = settings.integer("top_k");
    if (k > experts) {
      throw new InvalidSetting(
          "settings.top_k: " + k + " is above experts " + experts + "; give 1 to " + experts);
    }
    int layers = settings.integer("layers");
    int every = settings.integer("sparse_every");
    if (every > layers) {
      throw new InvalidSetting(
          "settings.sparse_every: "
              + every
              + " is above layers "
              + layers
              + ", so no block would have experts; give 1 to "
              + layers);
    }
  }

  /** The model for a task. */
  public static ModelConfiguration model(
      String variant, SettingValues settings, ClassificationTask task) {
    return new ModelConfiguration(
        settings.integer("layers"),
        settings.integer("hidden"),
        settings.integer("heads"),
        settings.integer("ffn"),
        task.rows(),
        settings.integer("sequence_length"),
        task.info().classes(),
        settings.number("dropout"),
        variant.equals(Variants.DENSE) ? null : sparse(variant, settings));
  }

  private static SparseConfiguration sparse(String variant, SettingValues settings) {
    return new SparseConfiguration(
        settings.integer("experts"),
        settings.integer("top_k"),
        settings.integer("sparse_every"),
        settings.integer("ffn"),
        0,
        new GateConfiguration.Noisy(GateScale.PROBABILITY, NoisyTopKGate.STANDARD_FLOOR),
        new ImportanceAndLoad(settings.number("balance")),
        companion(variant, settings));
  }

  private static CompanionConfiguration companion(String variant, SettingValues settings) {
    return switch (variant) {
      case Variants.MOE -> new CompanionConfiguration.None();
      case Variants.MOE_SHARE -> new CompanionConfiguration.Shared(settings.integer("bottleneck"));
      case Variants.HYPERMOE ->
          new CompanionConfiguration.Hyper(
              new CompanionConfiguration.HyperSizes(
                  settings.integer("bottleneck"),
                  settings.integer("expert_embedding"),
                  settings.integer("selection_embedding"),
                  settings.integer("layer_embedding"),
                  settings.integer("hypernetwork")),
              CompanionConfiguration.EmbeddingKind.TABLE,
              CompanionConfiguration.ConditioningKind.UNSELECTED,
              Reduction.valueOf(settings.choice("aggregation").toUpperCase(Locale.ROOT)),
              true,
              true,
              true,
              CompanionConfiguration.Sharing.ALL);
      default -> throw new InvalidSetting("variant: " + variant + " is unknown to the trainer");
    };
  }
}
