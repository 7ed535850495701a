package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Pass;

/**
 * Terms that hide positions from attention: the lowest number of the pass's type where a position
 * is hidden, else 0. Not minus infinity: a row that sees nothing has even weights, not NaN.
 */
public final class ScoreMask {

  private ScoreMask() {}

  /** Hides padding: tokens [B][L] count where {@code mask} is not 0 -> [B, 1, 1, L]. */
  public static NDArray padding(Pass pass, long[][] mask) {
    int length = mask[0].length;
    double[] terms = new double[mask.length * length];
    double hidden = lowest(pass);
    for (int i = 0; i < terms.length; i++) {
      terms[i] = mask[i / length][i % length] == 0 ? hidden : 0;
    }
    return create(pass, terms, new Shape(mask.length, 1, 1, length));
  }

  /** Hides the future of {@code length} queries that follow {@code before} keys: [1, 1, T, S]. */
  public static NDArray causal(Pass pass, int before, int length) {
    int keys = before + length;
    double[] terms = new double[length * keys];
    double hidden = lowest(pass);
    for (int i = 0; i < terms.length; i++) {
      terms[i] = i % keys > before + i / keys ? hidden : 0;
    }
    return create(pass, terms, new Shape(1, 1, length, keys));
  }

  private static double lowest(Pass pass) {
    return pass.type() == DataType.FLOAT64 ? -Double.MAX_VALUE : -Float.MAX_VALUE;
  }

  /** In the engine's own memory: a mask may outlive its pass, and with it a buffer of Java's. */
  private static NDArray create(Pass pass, double[] terms, Shape shape) {
    NDArray buffer = pass.manager().create(terms, shape);
    return buffer.getDataType() == pass.type()
        ? buffer.duplicate()
        : buffer.toType(pass.type(), true);
  }
}
