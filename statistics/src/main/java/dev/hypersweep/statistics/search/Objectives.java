package dev.hypersweep.statistics.search;

/**
 * The directions of several objectives.
 *
 * @param maximize per objective
 */
public record Objectives(boolean... maximize) {

  /**
   * Points turned so that smaller is better everywhere. NaN becomes the worst value, so that a
   * failed measurement is never preferred.
   *
   * @param points points x objectives
   */
  double[][] minimized(double[][] points) {
    double[][] turned = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      turned[i] = minimized(points[i]);
    }
    return turned;
  }

  double[] minimized(double[] point) {
    if (point.length != maximize.length) {
      throw new IllegalArgumentException(
          "a point has %d values for %d objectives".formatted(point.length, maximize.length));
    }
    double[] turned = new double[point.length];
    for (int j = 0; j < point.length; j++) {
      double value = maximize[j] ? -point[j] : point[j];
      // One zero only, so that an order of doubles is an order of numbers.
      turned[j] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value + 0.0;
    }
    return turned;
  }

  /** Whether a is nowhere worse than b and somewhere better; smaller is better. */
  static boolean dominates(double[] a, double[] b) {
    boolean better = false;
    for (int j = 0; j < a.length; j++) {
      if (a[j] > b[j]) {
        return false;
      }
      better |= a[j] < b[j];
    }
    return better;
  }
}
