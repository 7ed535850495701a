package dev.hypersweep.trainer.train;

import java.util.Locale;

/**
 * The learning rate of each step: a linear rise over the warm-up, then a fall that would reach zero
 * one step after the last, so that no step is wasted on a rate of zero.
 *
 * @param peak rate at the end of the warm-up
 * @param warmup steps of the rise
 * @param steps of the whole run
 * @param decay how it falls
 */
public record LearningRateSchedule(double peak, long warmup, long steps, Decay decay) {

  /** How the rate falls after the warm-up. */
  public enum Decay {
    LINEAR,
    COSINE,
    CONSTANT
  }

  /**
   * @param schedule {@code linear}, {@code cosine} or {@code constant}
   * @param warmupShare share of the steps in which the rate rises, 0 to 1
   */
  static LearningRateSchedule of(String schedule, double peak, double warmupShare, long steps) {
    Decay decay = Decay.valueOf(schedule.toUpperCase(Locale.ROOT));
    return new LearningRateSchedule(peak, Math.round(warmupShare * steps), steps, decay);
  }

  /** The rate of step 1 .. steps. */
  public double at(long step) {
    if (step <= warmup) {
      return peak * step / warmup;
    }
    double progress = (double) (step - warmup) / (steps - warmup + 1); // above 0, below 1
    return switch (decay) {
      case LINEAR -> peak * (1 - progress);
      case COSINE -> peak * 0.5 * (1 + StrictMath.cos(StrictMath.PI * progress));
      case CONSTANT -> peak;
    };
  }
}
