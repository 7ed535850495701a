package dev.hypersweep.trainer.model;

/**
 * A text whose tokens are to be predicted from those before them.
 *
 * @param tokens token numbers, two or more
 * @param prompt tokens at the beginning that are read but not predicted; the first never is
 */
public record TokenSequence(int[] tokens, int prompt) {

  /** How many tokens are predicted. */
  int predicted() {
    return tokens.length - Math.max(1, prompt);
  }
}
