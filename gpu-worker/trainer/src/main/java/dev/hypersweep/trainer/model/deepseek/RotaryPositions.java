package dev.hypersweep.trainer.model.deepseek;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Pass;

/**
 * Angles by which queries and keys are turned (Su et al. 2021): position p turns pair i of a head
 * by p theta^(-2i/w). A score then depends on the distance of two positions alone.
 *
 * @param cosine [B or 1, L, w]
 * @param sine [B or 1, L, w]
 */
record RotaryPositions(NDArray cosine, NDArray sine) {

  /**
   * @param positions [B or 1][L]
   */
  static RotaryPositions of(Pass pass, long[][] positions, int width, double theta) {
    int length = positions[0].length;
    double[] cosine = new double[positions.length * length * width];
    double[] sine = new double[cosine.length];
    double[] frequencies = frequencies(width, theta);
    for (int i = 0; i < cosine.length; i++) {
      long position = positions[i / width / length][i / width % length];
      double angle = position * frequencies[i % width % (width / 2)];
      cosine[i] = Math.cos(angle(pass, angle));
      sine[i] = Math.sin(angle(pass, angle));
    }
    Shape shape = new Shape(positions.length, length, width);
    return new RotaryPositions(create(pass, cosine, shape), create(pass, sine, shape));
  }

  /** In float32, as the models were trained: at position 4,000 its rounding is visible. */
  private static double[] frequencies(int width, double theta) {
    double[] frequencies = new double[width / 2];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = 1f / (float) Math.pow(theta, 2f * i / width);
    }
    return frequencies;
  }

  private static double angle(Pass pass, double angle) {
    return pass.type() == DataType.FLOAT32 ? (float) angle : angle;
  }

  private static NDArray create(Pass pass, double[] numbers, Shape shape) {
    return pass.manager().create(numbers, shape).toType(pass.type(), true);
  }
}
