package dev.hypersweep.statistics;

import org.apache.commons.numbers.gamma.GammaRatio;

/**
 * How large a difference is, whatever its significance. Positive if the first is higher; NaN where
 * there is no spread to compare with.
 */
public final class EffectSizes {

  private EffectSizes() {}

  /** Mean of the pairwise differences by their standard deviation (Cohen's d_z). */
  public static double cohensDz(double[] a, double[] b) {
    Sample differences = TTest.differences(a, b);
    return standardized(differences.mean(), differences.variance());
  }

  /** Difference of the means by the pooled standard deviation (Cohen 1988). */
  public static double cohensD(double[] a, double[] b) {
    Sample first = Sample.of(a);
    Sample second = Sample.of(b);
    double squares = sumOfSquares(first) + sumOfSquares(second);
    return standardized(first.mean() - second.mean(), squares / (a.length + b.length - 2));
  }

  /**
   * Cohen's d without its bias, by the exact factor Γ(m/2) / (√(m/2) Γ((m-1)/2)), m = n_a + n_b -
   * 2.
   *
   * <p>L. V. Hedges, Distribution Theory for Glass's Estimator of Effect Size and Related
   * Estimators, Journal of Educational Statistics 6 (1981).
   */
  public static double hedgesG(double[] a, double[] b) {
    int m = a.length + b.length - 2;
    // Γ has a pole at 0: the factor of one degree of freedom is 0.
    double factor = m == 1 ? 0 : GammaRatio.value(m / 2.0, (m - 1) / 2.0) / Math.sqrt(m / 2.0);
    return cohensD(a, b) * factor;
  }

  /** {@link #hedgesG} with the usual approximation of the factor, 1 - 3 / (4 m - 1). */
  public static double hedgesGApproximate(double[] a, double[] b) {
    return cohensD(a, b) * (1 - 3.0 / (4 * (a.length + b.length - 2) - 1));
  }

  /**
   * P(A > B) - P(A < B) over all pairs of values, -1 to 1 (N. Cliff, Dominance Statistics, 1993).
   */
  public static double cliffsDelta(double[] a, double[] b) {
    long above = 0;
    for (double x : a) {
      for (double y : b) {
        above += (x > y ? 1 : 0) - (x < y ? 1 : 0);
      }
    }
    return (double) above / ((long) a.length * b.length);
  }

  /**
   * P(A > B) + P(A = B) / 2 over all pairs of values: the area under the ROC curve, A of Vargha and
   * Delaney (2000).
   */
  public static double probabilityOfSuperiority(double[] a, double[] b) {
    double above = 0;
    for (double x : a) {
      for (double y : b) {
        above += x > y ? 1 : x == y ? 0.5 : 0;
      }
    }
    return above / ((long) a.length * b.length);
  }

  private static double standardized(double difference, double variance) {
    return variance > 0 ? difference / Math.sqrt(variance) : Double.NaN;
  }

  private static double sumOfSquares(Sample sample) {
    return sample.n() == 1 ? 0 : sample.variance() * (sample.n() - 1);
  }
}
