package dev.hypersweep.trainer.train;

import dev.hypersweep.trainer.optimiser.RateDecay;

/** From the setting {@code schedule} and those that belong to it to the fall of the rate. */
final class RateDecays {

  private RateDecays() {}

  static RateDecay of(SettingValues settings) {
    String schedule = settings.choice("schedule");
    return switch (schedule) {
      case "linear" -> new RateDecay.Linear();
      case "cosine" -> new RateDecay.Cosine();
      case "constant" -> new RateDecay.Constant();
      case "cosine_restarts" -> new RateDecay.CosineRestarts(settings.integer("schedule_cycles"));
      case "polynomial" ->
          new RateDecay.Polynomial(
              settings.number("schedule_power"), settings.number("schedule_floor"));
      case "inverse_sqrt" -> new RateDecay.InverseSquareRoot();
      default ->
          throw new InvalidSetting("settings.schedule: " + schedule + " is unknown to the trainer");
    };
  }
}
