package dev.hypersweep.sweeps.pruning;

import java.util.Optional;

/**
 * Decides which trial gets steps next: a new one, or one that paused at a rung and is promoted from
 * its checkpoint. A function of its settings and of the calls so far, in their order, which the
 * event log keeps; not safe for several threads.
 */
public interface Promotion {

  /** A trial that paused and goes on now; empty if nobody can be promoted. */
  Optional<RungJob> promoted();

  /** The first job of the next new trial. Not after {@link #close}. */
  RungJob begin();

  /**
   * The next job of a free worker while new trials come. There always is one: when nobody can be
   * promoted a new trial begins.
   */
  default RungJob next() {
    return promoted().orElseGet(this::begin);
  }

  /**
   * The job of a trial has ended at its {@code to}.
   *
   * @param loss reported there; NaN is never promoted
   */
  void reached(int trial, double loss);

  /** The job of a trial has ended before its {@code to}: failed, or ended by a pruner. */
  void dropped(int trial);

  /**
   * No new trial comes any more: who waits for more rivals is decided among those that are there.
   */
  void close();

  /**
   * Whether a trial that has reached a rung below the top is promoted never, whatever is told from
   * now on; to be asked when nobody can be promoted just now. It may be known of some only when
   * everything has ended.
   */
  default boolean isLost(int trial) {
    return false;
  }

  /** Every trial runs to the greatest step at once: nobody pauses. */
  static Promotion straight(long greatest) {
    return new Promotion() {
      private int trials;

      @Override
      public Optional<RungJob> promoted() {
        return Optional.empty();
      }

      @Override
      public RungJob begin() {
        return new RungJob(trials++, 0, greatest);
      }

      @Override
      public void reached(int trial, double loss) {}

      @Override
      public void dropped(int trial) {}

      @Override
      public void close() {}
    };
  }
}
