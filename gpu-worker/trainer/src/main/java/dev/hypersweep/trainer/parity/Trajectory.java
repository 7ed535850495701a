package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Weights;
import java.util.Arrays;

/** The values of weights after each step. */
final class Trajectory {

  private final Weights weights;
  private final double[][] values;
  private final int steps;
  private int done;

  Trajectory(Weights weights, int steps) {
    this.weights = weights;
    this.steps = steps;
    this.values =
        weights.parameters().stream()
            .map(parameter -> new double[Math.toIntExact(steps * parameter.shape().size())])
            .toArray(double[][]::new);
  }

  /** Takes note of the weights after one more step. */
  void add() {
    for (Parameter parameter : weights.parameters()) {
      double[] now = numbers(weights.value(parameter));
      System.arraycopy(now, 0, values[parameter.index()], done * now.length, now.length);
    }
    done++;
  }

  /** Compares [steps, ...] of each parameter. */
  void check(String prefix, Check check) {
    for (Parameter parameter : weights.parameters()) {
      long[] own = parameter.shape().getShape();
      long[] shape = new long[own.length + 1];
      shape[0] = steps;
      System.arraycopy(own, 0, shape, 1, own.length);
      check.numbers(prefix + parameter.name(), values[parameter.index()], shape);
    }
  }

  /** The numbers of a tensor of either real type. */
  static double[] numbers(NDArray tensor) {
    if (tensor.getDataType() == DataType.FLOAT64) {
      return tensor.toDoubleArray();
    }
    float[] floats = tensor.toFloatArray();
    double[] wide = new double[floats.length];
    Arrays.setAll(wide, i -> floats[i]);
    return wide;
  }
}
