package dev.hypersweep.sweeps.pruning;

/** What became of a trial, as far as pruners care. */
public enum Outcome {
  RUNNING,
  /** Ended as it should, with its losses. */
  COMPLETED,
  /** Ended early as hopeless. */
  PRUNED,
  /** Ended without a value. */
  FAILED
}
