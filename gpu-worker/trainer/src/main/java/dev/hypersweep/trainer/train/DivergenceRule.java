package dev.hypersweep.trainer.train;

/**
 * When a run has diverged: its mean task loss over about {@value #WINDOW} steps stands above {@code
 * factor} times its least value for {@code steps} steps in a row. A least value below {@value
 * #FLOOR} nats counts as that: a loss near zero may multiply without harm.
 *
 * @param factor 0 turns the rule off
 * @param steps 1 or more
 */
public record DivergenceRule(double factor, long steps) {

  static final int WINDOW = 20;
  static final double FLOOR = 0.1;

  /**
   * What the rule has seen; part of a checkpoint.
   *
   * @param seen steps
   * @param mean loss: exponential over the window, of fewer steps at the beginning
   * @param least mean so far
   * @param above steps in a row above the limit
   */
  public record Watch(long seen, double mean, double least, long above) {

    /** Before the first step. */
    static Watch start() {
      return new Watch(0, 0, 0, 0);
    }
  }

  /** Takes note of a step's task loss. */
  Watch after(Watch before, double loss) {
    long seen = before.seen() + 1;
    double mean = before.mean() + (loss - before.mean()) / Math.min(seen, WINDOW);
    double least = before.seen() == 0 ? mean : Math.min(before.least(), mean);
    boolean isAbove = factor > 0 && mean > limit(least);
    return new Watch(seen, mean, least, isAbove ? before.above() + 1 : 0);
  }

  /**
   * Ends a run that has diverged.
   *
   * @throws NotANumber naming the step, the loss and what to do
   */
  void refuse(Watch watch, long step) {
    if (factor > 0 && watch.above() >= steps) {
      throw new NotANumber(
          "step "
              + step
              + ": the loss has diverged: its mean is "
              + (float) watch.mean()
              + " and for "
              + watch.above()
              + " steps above "
              + (float) limit(watch.least())
              + ", "
              + factor
              + " times its least; lower learning_rate, set clip, or divergence_factor 0 to go on");
    }
  }

  private double limit(double least) {
    return factor * Math.max(least, FLOOR);
  }
}
