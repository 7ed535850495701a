package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** A number for each token of a batch, in Java. */
public final class PerToken {

  private PerToken() {}

  /** [B, L] as rows. */
  public static double[][] of(NDArray numbers) {
    double[][] rows = new double[(int) numbers.getShape().get(0)][(int) numbers.getShape().get(1)];
    boolean exact = numbers.getDataType() == DataType.FLOAT64;
    double[] doubles = exact ? numbers.toDoubleArray() : null;
    float[] floats = exact ? null : numbers.toFloatArray();
    int at = 0;
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++, at++) {
        row[i] = exact ? doubles[at] : floats[at];
      }
    }
    return rows;
  }
}
