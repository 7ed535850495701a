package dev.hypersweep.trainer.parity;

import dev.hypersweep.trainer.checkpoint.StoredTensor;
import java.util.Arrays;
import java.util.Map;

/** Whole numbers of two axes: tokens, masks, labels. */
record Rows(long[][] numbers) {

  /**
   * An input of a case.
   *
   * @throws IllegalArgumentException if it is not there or has not two axes
   */
  static Rows of(Map<String, StoredTensor> inputs, String name) {
    StoredTensor tensor = inputs.get(name);
    if (tensor == null || tensor.shape().length != 2) {
      throw new IllegalArgumentException("inputs.safetensors: " + name + " of two axes is missing");
    }
    long[] flat = tensor.wholes();
    int length = (int) tensor.shape()[1];
    long[][] rows = new long[(int) tensor.shape()[0]][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * length, (i + 1) * length));
    return new Rows(rows);
  }

  /** An input, or the same number everywhere, as many of them as {@code like} has. */
  static Rows or(Map<String, StoredTensor> inputs, String name, Rows like, long number) {
    if (inputs.containsKey(name)) {
      return of(inputs, name);
    }
    long[][] rows = new long[like.rows()][like.length()];
    Arrays.stream(rows).forEach(row -> Arrays.fill(row, number));
    return new Rows(rows);
  }

  int rows() {
    return numbers.length;
  }

  int length() {
    return numbers[0].length;
  }
}
