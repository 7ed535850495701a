package dev.hypersweep.orchestrator.audit;

/** What an audit found. */
public enum Verdict {
  /** Every step's digest and every final metric came out the same, bit for bit. */
  BIT_IDENTICAL,
  /** Something did not. */
  DIFFERENT,
  /** The stored manifest is not the one that was sealed; nothing was executed. */
  SEAL_BROKEN,
  /** It could not be executed to its end, or too little was stored to compare. */
  NOT_REPRODUCIBLE
}
