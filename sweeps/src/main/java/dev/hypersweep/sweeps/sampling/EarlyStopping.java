package dev.hypersweep.sweeps.sampling;

/** Is told what trials report and how they end, in the order of the events; ends hopeless ones. */
public interface EarlyStopping {

  /** Never. */
  EarlyStopping NONE = (trial, step, losses) -> false;

  /**
   * A running trial reports.
   *
   * @param losses one per objective
   * @return whether it should end now
   */
  boolean report(int trial, long step, double... losses);

  /** A trial has ended as it should. */
  default void complete(int trial, double... losses) {}

  /** A trial has ended early. */
  default void prune(int trial) {}

  /** A trial has ended without a value. */
  default void fail(int trial) {}
}
