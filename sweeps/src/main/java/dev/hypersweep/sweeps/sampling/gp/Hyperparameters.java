package dev.hypersweep.sweeps.sampling.gp;

import java.util.Arrays;

/**
 * What shapes a Gaussian process, as logarithms.
 *
 * @param values [d + 2]: of the inverse squared length scale of each dimension, of the variance of
 *     the signal, of the variance of the noise
 */
record Hyperparameters(double[] values) {

  /** Of the noise's variance. */
  private static final double USUAL_NOISE = Math.log(1e-4);

  private static final double NOISE_SPREAD = 2.5;
  private static final double SCALE_SPREAD = 2;
  private static final double SIGNAL_SPREAD = 1;

  /**
   * Mode of the prior: length scales grow with the root of the dimensions (Hvarfner et al. 2024).
   */
  static Hyperparameters usual(int dimensions) {
    double[] values = new double[dimensions + 2];
    Arrays.fill(values, 0, dimensions, usualScale(dimensions));
    values[dimensions + 1] = USUAL_NOISE;
    return new Hyperparameters(values);
  }

  private static double usualScale(int dimensions) {
    double length = 0.3 * Math.sqrt(dimensions);
    return -2 * Math.log(length);
  }

  int dimensions() {
    return values.length - 2;
  }

  double[] weights() {
    double[] weights = new double[dimensions()];
    Arrays.setAll(weights, j -> Math.exp(values[j]));
    return weights;
  }

  double signal() {
    return Math.exp(values[dimensions()]);
  }

  double noise() {
    return Math.exp(values[dimensions() + 1]);
  }

  static double[] low(int dimensions) {
    double[] low = new double[dimensions + 2];
    Arrays.fill(low, 0, dimensions, Math.log(1e-3));
    low[dimensions] = Math.log(0.05);
    low[dimensions + 1] = Math.log(1e-6);
    return low;
  }

  static double[] high(int dimensions) {
    double[] high = new double[dimensions + 2];
    Arrays.fill(high, 0, dimensions, Math.log(1e4));
    high[dimensions] = Math.log(20);
    return high;
  }

  /**
   * Minus the logarithm of the prior, up to a constant.
   *
   * @param gradient gets what the prior adds
   */
  double penalty(double[] gradient) {
    int dimensions = dimensions();
    double penalty = 0;
    for (int j = 0; j < values.length; j++) {
      double usual = j < dimensions ? usualScale(dimensions) : j == dimensions ? 0 : USUAL_NOISE;
      double spread =
          j < dimensions ? SCALE_SPREAD : j == dimensions ? SIGNAL_SPREAD : NOISE_SPREAD;
      double distance = (values[j] - usual) / spread;
      penalty += distance * distance / 2;
      gradient[j] += distance / spread;
    }
    return penalty;
  }
}
