package dev.hypersweep.trainer.train.writing;

/**
 * What the data asks of a network.
 *
 * @param rows token vectors
 * @param positions most tokens that a decoder sees at once
 * @param start token that stands before everything that is written
 * @param end token that ends a text
 * @param pad token of padding
 */
record Dimensions(int rows, int positions, int start, int end, int pad) {

  static Dimensions of(WritingTokens tokens, int positions) {
    return new Dimensions(tokens.rows(), positions, tokens.start(), tokens.end(), tokens.pad());
  }
}
