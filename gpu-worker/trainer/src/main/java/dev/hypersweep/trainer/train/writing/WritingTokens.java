package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.tokenizer.Tokenizer;

/**
 * Text as the numbers that a network reads and writes.
 *
 * @param tokenizer closed by its owner
 * @param name of the encoding and its version; part of the comparability class
 * @param start token that stands before everything that is written
 * @param end token that ends a text
 * @param pad token of padding
 */
record WritingTokens(Tokenizer tokenizer, String name, int start, int end, int pad) {

  /** Rows of the token table that it needs. */
  int rows() {
    return tokenizer.vocabularySize();
  }

  /** The text alone, no special tokens. */
  int[] encode(String text) {
    return tokenizer.encode(text, false).ids();
  }

  /** The text of written tokens. */
  String decode(int[] tokens) {
    return tokenizer.decode(tokens, true).strip();
  }
}
