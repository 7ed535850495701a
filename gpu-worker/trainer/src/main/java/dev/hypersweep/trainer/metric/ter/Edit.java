package dev.hypersweep.trainer.metric.ter;

/** What becomes of a word on the way from hypothesis to reference. */
enum Edit {
  KEEP,
  SUBSTITUTE,
  /** A word of the hypothesis goes. */
  DELETE,
  /** A word of the reference comes. */
  INSERT
}
