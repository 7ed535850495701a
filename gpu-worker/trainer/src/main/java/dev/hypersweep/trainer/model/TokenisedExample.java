package dev.hypersweep.trainer.model;

/**
 * A text and its class.
 *
 * @param tokens rows of the token table, one or more
 * @param segments which text of a pair each token belongs to, 0 or 1
 * @param label class, from 0
 */
public record TokenisedExample(int[] tokens, int[] segments, int label) implements TokenisedText {

  /** A single segment. */
  public TokenisedExample(int[] tokens, int label) {
    this(tokens, new int[tokens.length], label);
  }
}
