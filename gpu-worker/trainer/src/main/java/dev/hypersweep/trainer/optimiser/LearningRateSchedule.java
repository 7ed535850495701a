package dev.hypersweep.trainer.optimiser;

/**
 * The learning rate of each step: a linear rise over the warm-up, then a fall.
 *
 * <p>Two conventions. Libraries count steps from 0: the first of a warm-up has the rate 0, the
 * factor of step i is {@link #factor}. Here steps count from 1, and the fall would end one step
 * after the last, so that no step is spent on a rate of zero: step s of n has the factor of i = s
 * of a fall that ends at n + 1.
 *
 * @param peak rate at the end of the warm-up
 * @param warmupShare share of the steps in which the rate rises, 0 to 1
 * @param steps of the whole run
 * @param decay how it falls
 */
public record LearningRateSchedule(double peak, double warmupShare, long steps, RateDecay decay) {

  /**
   * @param peak rate at the end of the warm-up
   * @param warmupShare share of the steps in which the rate rises, 0 to 1
   */
  public static LearningRateSchedule of(
      RateDecay decay, double peak, double warmupShare, long steps) {
    return new LearningRateSchedule(peak, warmupShare, steps, decay);
  }

  /** The same over another number of steps. */
  public LearningRateSchedule over(long others) {
    return new LearningRateSchedule(peak, warmupShare, others, decay);
  }

  /** Steps of the rise. */
  public long warmup() {
    return Math.round(warmupShare * steps);
  }

  /** The rate of step 1 .. steps. */
  public double at(long step) {
    long warmup = warmup();
    return step <= warmup ? peak * step / warmup : peak * decay.at(step, warmup, steps + 1);
  }

  /** Factor on the peak at optimiser step {@code step}, counted from 0, as libraries define it. */
  public static double factor(RateDecay decay, long step, long warmup, long total) {
    return step < warmup ? (double) step / warmup : decay.at(step, warmup, total);
  }
}
