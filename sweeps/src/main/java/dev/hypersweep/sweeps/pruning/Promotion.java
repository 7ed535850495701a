package dev.hypersweep.sweeps.pruning;

/**
 * Decides which trial gets steps next: a new one, or one that paused at a rung and is promoted from
 * its checkpoint. A function of its settings and of the calls so far, in their order, which the
 * event log keeps; not safe for several threads.
 */
public interface Promotion {

  /**
   * The next job of a free worker. There always is one: when nobody can be promoted a new trial
   * begins.
   */
  RungJob next();

  /**
   * The job of a trial has ended at its {@code to}.
   *
   * @param loss reported there; NaN is never promoted
   */
  void reached(int trial, double loss);

  /** The job of a trial has ended before its {@code to}: failed, or ended by a pruner. */
  void dropped(int trial);

  /** Every trial runs to the greatest step at once: nobody pauses. */
  static Promotion straight(long greatest) {
    return new Promotion() {
      private int trials;

      @Override
      public RungJob next() {
        return new RungJob(trials++, 0, greatest);
      }

      @Override
      public void reached(int trial, double loss) {}

      @Override
      public void dropped(int trial) {}
    };
  }
}
