package dev.hypersweep.trainer.model;

/** A text, or a pair of texts, as a network reads it. */
public interface TokenisedText {

  /** Rows of the token table, one or more. */
  int[] tokens();

  /** Which text of a pair each token belongs to, 0 or 1. */
  int[] segments();
}
