package dev.hypersweep.sweeps.pruning;

import java.util.Optional;

/**
 * A rule that ends hopeless trials. It is told every event once, in the order of the event log, and
 * is a function of its settings and of these events: whoever tells a new one the same log has the
 * same pruner. Not safe for several threads.
 *
 * <p>{@link Pruning} holds it and keeps repeated, late and broken events away from it.
 */
public interface Pruner {

  /** Never. */
  Pruner NONE = (ledger, trial, step) -> Optional.empty();

  /**
   * A running trial has reported a step for the first time.
   *
   * @param ledger all that was told, this report included
   * @return against what it is hopeless, if it should end now
   */
  Optional<Bound> reported(Ledger ledger, int trial, long step);

  /** A trial has ended; the ledger says how. */
  default void ended(Ledger ledger, int trial) {}
}
