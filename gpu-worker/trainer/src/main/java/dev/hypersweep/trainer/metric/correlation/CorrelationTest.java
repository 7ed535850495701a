package dev.hypersweep.trainer.metric.correlation;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two-sided p-values of the hypothesis that there is no correlation; NaN where the correlation is.
 */
public final class CorrelationTest {

  private CorrelationTest() {}

  /** Of Pearson's r by the t distribution, exact for normal values. Two points: 1. */
  public static double pearson(double[] x, double[] y) {
    return x.length == 2 ? 1 : ofT(Correlation.pearson(x, y), x.length);
  }

  /** Of Spearman's rho by the t distribution. NaN for two points. */
  public static double spearman(double[] x, double[] y) {
    return ofT(Correlation.spearman(x, y), x.length);
  }

  /** Of Kendall's tau by the normal distribution, corrected for ties. NaN for two points. */
  public static double kendallAsymptotic(double[] x, double[] y) {
    PairOrder order = PairOrder.of(x, y);
    if (Double.isNaN(order.tauB())) {
      return Double.NaN;
    }
    double z = (order.concordant() - order.discordant()) / Math.sqrt(order.variance());
    return Double.isNaN(z)
        ? Double.NaN
        : 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
  }

  /** Of Kendall's tau over all orders. NaN if there are ties. */
  public static double kendallExact(double[] x, double[] y) {
    PairOrder order = PairOrder.of(x, y);
    if (order.hasTies()) {
      return Double.NaN;
    }
    int fewer = Math.toIntExact(Math.min(order.discordant(), order.concordant()));
    return Math.min(1, 2 * shareWithAtMost(fewer, order.size()));
  }

  /** Share of the orders of n things that have at most that many discordant pairs. */
  private static double shareWithAtMost(int discordant, int n) {
    double[] shares = new double[discordant + 1]; // by number of discordant pairs
    shares[0] = 1;
    for (int things = 2; things <= n; things++) {
      // The new thing goes to any of `things` places and is discordant with 0 .. things - 1 others.
      double[] next = new double[discordant + 1];
      double window = 0;
      for (int k = 0; k <= discordant; k++) {
        window += shares[k];
        window -= k >= things ? shares[k - things] : 0;
        next[k] = Math.max(0, window) / things;
      }
      shares = next;
    }
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return sum;
  }

  private static double ofT(double r, int n) {
    if (Double.isNaN(r) || n < 3) {
      return Double.NaN;
    }
    double t = Math.abs(r) * Math.sqrt((n - 2) / ((1 - r) * (1 + r)));
    return 2 * TDistribution.of(n - 2).survivalProbability(t);
  }
}
