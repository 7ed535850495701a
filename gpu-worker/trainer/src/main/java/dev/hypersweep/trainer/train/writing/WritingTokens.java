package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.tokenizer.Tokenizer;
import java.util.Arrays;

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

  /**
   * At most {@code length} tokens of the text, the last of them the end.
   *
   * @param cuts is told how much that leaves out
   */
  int[] ended(String text, int length, CutCount cuts) {
    int[] tokens = encode(text);
    cuts.text(tokens.length + 1, length);
    int[] ended = Arrays.copyOf(tokens, Math.min(tokens.length + 1, length));
    ended[ended.length - 1] = end;
    return ended;
  }

  /** The text of written tokens. */
  String decode(int[] tokens) {
    return tokenizer.decode(tokens, true).strip();
  }
}
