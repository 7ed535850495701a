package dev.hypersweep.sweeps.sampling.gp;

import java.util.Arrays;

/**
 * Makes losses fit for a Gaussian process: mean 0 and variance 1. The better part keeps its shape;
 * worse losses are drawn together by the logarithm of their distance to the best, so that a long
 * tail of bad ones does not hide the differences between good ones.
 */
final class Targets {

  private Targets() {}

  /**
   * The targets of losses.
   *
   * @param losses finite
   * @param share of the losses, from the best, that keep their shape
   */
  static double[] of(double[] losses, double share) {
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    double best = sorted[0];
    double unit = sorted[(int) (sorted.length * share)] - best;
    if (!(unit > 0)) {
      return standardised(losses);
    }
    double[] drawn = new double[losses.length];
    for (int i = 0; i < drawn.length; i++) {
      double distance = (losses[i] - best) / unit;
      drawn[i] = distance <= 1 ? distance : 1 + StrictMath.log(distance);
    }
    return standardised(drawn);
  }

  private static double[] standardised(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    double deviation = Math.sqrt(squares / values.length);
    double scale = deviation > 0 ? 1 / deviation : 0;
    return Arrays.stream(values).map(x -> (x - mean) * scale).toArray();
  }
}
