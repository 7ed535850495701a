package dev.hypersweep.trainer.analysis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** cos(x, y) = (x . y) / (|x| |y|), in double; 0 where a vector is zero. */
final class Cosine {

  private static final int[] COLUMNS = {1};

  private final NDArray vectors;
  private final double[] lengths;

  private Cosine(NDArray vectors, double[] lengths) {
    this.vectors = vectors;
    this.lengths = lengths;
  }

  /** Vectors in rows [n, d]; they live as long as the owner of {@code rows}. */
  static Cosine of(NDArray rows) {
    NDArray vectors = rows.toType(DataType.FLOAT64, false);
    double[] lengths = vectors.mul(vectors).sum(COLUMNS).toDoubleArray();
    for (int row = 0; row < lengths.length; row++) {
      lengths[row] = Math.sqrt(lengths[row]);
    }
    return new Cosine(vectors, lengths);
  }

  /** The cosine of each row with the same row of the other: [n]. */
  double[] with(Cosine other) {
    double[] cosines = vectors.mul(other.vectors).sum(COLUMNS).toDoubleArray();
    for (int row = 0; row < cosines.length; row++) {
      double product = lengths[row] * other.lengths[row];
      cosines[row] = product == 0 ? 0 : cosines[row] / product;
    }
    return cosines;
  }
}
