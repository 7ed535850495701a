package dev.hypersweep.sweeps.pruning;

/** Decides from common cells whether a trial is worse than the incumbent. */
public interface PairedTest {

  /**
   * Whether it is worse, at the test's level.
   *
   * @param differences trial less incumbent by common cell, 1 or more, none NaN
   */
  boolean isWorse(double[] differences);

  /** The trial has ended; these are its last differences. A test may learn their spread. */
  default void learn(double[] differences) {}
}
