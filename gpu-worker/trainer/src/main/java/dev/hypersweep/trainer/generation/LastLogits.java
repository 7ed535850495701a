package dev.hypersweep.trainer.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.stream.IntStream;

/** From a forward pass to what follows the last token of each row. */
public final class LastLogits {

  private LastLogits() {}

  /** Logits [B, T, V] -> those of the last token [B][V]. */
  public static double[][] of(NDArray logits) {
    long[] shape = logits.getShape().getShape();
    double[] flat = doubles(logits.get(":, " + (shape[1] - 1)));
    int vocabulary = (int) shape[2];
    return IntStream.range(0, (int) shape[0])
        .mapToObj(b -> Arrays.copyOfRange(flat, b * vocabulary, (b + 1) * vocabulary))
        .toArray(double[][]::new);
  }

  private static double[] doubles(NDArray x) {
    if (x.getDataType() == DataType.FLOAT64) {
      return x.toDoubleArray();
    }
    float[] floats = x.toFloatArray();
    return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
  }
}
