package dev.hypersweep.statistics.nonparametric;

import dev.hypersweep.statistics.Ranks;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Friedman's test that k methods do equally well on N datasets (M. Friedman, The Use of Ranks to
 * Avoid the Assumption of Normality Implicit in the Analysis of Variance, 1937), as J. Demšar
 * recommends it: Statistical Comparisons of Classifiers over Multiple Data Sets, Journal of Machine
 * Learning Research 7 (2006).
 *
 * @param datasets N
 * @param meanRanks per method, over all datasets; 1 is best, equal scores share a rank
 * @param kendallW agreement of the datasets, 0 to 1, corrected for ties; NaN if all scores are tied
 *     in every dataset
 */
public record Friedman(int datasets, double[] meanRanks, double kendallW) {

  /**
   * Ranks the methods on every dataset.
   *
   * @param scores datasets x methods, none of them NaN
   * @param higherIsBetter direction of all scores
   */
  public static Friedman of(double[][] scores, boolean higherIsBetter) {
    if (scores.length == 0 || scores[0].length == 0) {
      throw new IllegalArgumentException("no scores");
    }
    int n = scores.length;
    int k = scores[0].length;
    double[] sums = new double[k];
    double squares = 0;
    for (double[] dataset : scores) {
      if (dataset.length != k) {
        throw new IllegalArgumentException(
            "a dataset has " + dataset.length + " scores, another " + k);
      }
      double[] ranks = higherIsBetter ? Ranks.descending(dataset) : Ranks.ascending(dataset);
      for (int method = 0; method < k; method++) {
        sums[method] += ranks[method];
        double centred = ranks[method] - (k + 1) / 2.0;
        squares += centred * centred;
      }
    }
    double between = 0;
    double[] meanRanks = new double[k];
    for (int method = 0; method < k; method++) {
      double centred = sums[method] - n * (k + 1) / 2.0;
      between += centred * centred;
      meanRanks[method] = sums[method] / n;
    }
    // Ranks are multiples of one half, so both sums are exact and full agreement is exactly 1.
    return new Friedman(n, meanRanks, between / (n * squares));
  }

  /** Number of methods, k. */
  public int methods() {
    return meanRanks.length;
  }

  /** Friedman's statistic with tie correction: N (k - 1) W. */
  public double chiSquared() {
    return datasets * (methods() - 1) * kendallW;
  }

  /** By the chi-squared distribution on k - 1 degrees of freedom; NaN where the statistic is. */
  public double p() {
    return Double.isNaN(kendallW)
        ? Double.NaN
        : ChiSquaredDistribution.of(methods() - 1).survivalProbability(chiSquared());
  }

  /**
   * The less conservative F statistic (R. L. Iman and J. M. Davenport, Approximations of the
   * Critical Region of the Friedman Statistic, 1980): (N - 1) W / (1 - W), infinite for full
   * agreement.
   */
  public double imanDavenportF() {
    return (datasets - 1) * kendallW / (1 - kendallW);
  }

  /** By the F distribution on k - 1 and (k - 1)(N - 1) degrees of freedom. */
  public double imanDavenportP() {
    double f = imanDavenportF();
    if (Double.isNaN(f) || Double.isInfinite(f)) {
      return Double.isNaN(f) ? Double.NaN : 0;
    }
    double df = methods() - 1;
    return FDistribution.of(df, df * (datasets - 1)).survivalProbability(f);
  }
}
