package dev.hypersweep.trainer.generation;

/** When a beam search has enough finished hypotheses. */
public enum EarlyStopping {
  /** As soon as there are as many as beams. */
  FIRST,
  /** When the best open beam, scored at its present length, is no better than the worst of them. */
  HEURISTIC,
  /** When no open beam can become better than the worst of them at any length still allowed. */
  NEVER
}
