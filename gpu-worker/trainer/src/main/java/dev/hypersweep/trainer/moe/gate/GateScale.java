package dev.hypersweep.trainer.moe.gate;

/** What a selected expert's output is multiplied by. */
public enum GateScale {
  /**
   * Its probability over all experts, as in the Switch Transformer: the task teaches the gate also
   * at k = 1.
   */
  PROBABILITY,
  /** Its probability over the k selected ones: the weights sum to one, and are 1 at k = 1. */
  RENORMALISED
}
