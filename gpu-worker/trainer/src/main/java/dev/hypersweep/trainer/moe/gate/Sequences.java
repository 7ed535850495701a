package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
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

  /** The sequence of each row: [n]. */
  public long[] ofRow() {
    long[] sequence = new long[rows()];
    int row = 0;
    for (int b = 0; b < lengths.length; b++) {
      Arrays.fill(sequence, row, row + lengths[b], b);
      row += lengths[b];
    }
    return sequence;
  }

  /** One over the rows of each sequence: [B, 1]. */
  NDArray reciprocals(NDManager manager, DataType type) {
    double[] scale = Arrays.stream(lengths).mapToDouble(length -> 1.0 / length).toArray();
    return manager.create(scale, new Shape(scale.length, 1)).toType(type, false);
  }
}
