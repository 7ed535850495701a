package dev.hypersweep.trainer.moe.gate;

import java.util.Arrays;

/**
 * How rows make sequences: the rows of a sequence follow each other.
 *
 * @param lengths [B], rows of each sequence, one or more
 */
public record Sequences(int[] lengths) {

  /** All rows as one sequence. */
  public static Sequences one(int rows) {
    return new Sequences(new int[] {rows});
  }

  /** B sequences of the same length, padding counted. */
  public static Sequences padded(int count, int length) {
    int[] lengths = new int[count];
    Arrays.fill(lengths, length);
    return new Sequences(lengths);
  }

  /** B. */
  public int count() {
    return lengths.length;
  }

  /** Rows of all sequences. */
  public int rows() {
    return Arrays.stream(lengths).sum();
  }
}
