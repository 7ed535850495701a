package dev.hypersweep.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's t-test of the hypothesis that a difference is zero in expectation.
 *
 * @param difference the estimated difference; positive if the first is higher
 */
public record TTest(Estimate difference) {

  /**
   * The paired test: one-sample test of a_i - b_i ("Student", The Probable Error of a Mean,
   * Biometrika 6, 1908).
   *
   * @throws IllegalArgumentException unless both have the same number of values, 1 or more
   */
  public static TTest paired(double[] a, double[] b) {
    return new TTest(differences(a, b).estimate());
  }

  /** Welch's test of two independent samples, see {@link WelchTest}. */
  public static TTest welch(double[] a, double[] b) {
    return independent(Sample.of(a).estimate(), Sample.of(b).estimate());
  }

  /** Difference of two independent quantities, degrees of freedom by Welch and Satterthwaite. */
  static TTest independent(Estimate first, Estimate second) {
    Satterthwaite error = new Satterthwaite();
    error.add(first.squaredError(), first.degreesOfFreedom());
    error.add(second.squaredError(), second.degreesOfFreedom());
    return new TTest(
        new Estimate(first.value() - second.value(), error.variance(), error.degreesOfFreedom()));
  }

  /** The pairwise differences a_i - b_i. */
  public static Sample differences(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "pairs need as many first as second values: " + a.length + " and " + b.length);
    }
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      differences[i] = a[i] - b[i];
    }
    return Sample.of(differences);
  }

  /**
   * Difference by its standard error; without any spread NaN for a difference of 0, else infinite.
   * NaN for a single value.
   */
  public double t() {
    return difference.value() / Math.sqrt(difference.squaredError());
  }

  /** Two-sided p-value; NaN where t is, 0 where t is infinite. */
  public double p() {
    return Math.min(1, 2 * upperTail(Math.abs(t())));
  }

  /** One-sided p-value against the alternative that the first is higher; NaN where t is. */
  public double pGreater() {
    return upperTail(t());
  }

  private double upperTail(double t) {
    if (Double.isNaN(t)) {
      return Double.NaN;
    }
    if (Double.isInfinite(t)) {
      return t > 0 ? 0 : 1;
    }
    return TDistribution.of(difference.degreesOfFreedom()).survivalProbability(t);
  }
}
