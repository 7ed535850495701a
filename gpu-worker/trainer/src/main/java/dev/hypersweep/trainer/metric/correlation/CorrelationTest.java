package dev.hypersweep.trainer.metric.correlation;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two-sided p-values of the hypothesis that there is no correlation; NaN where the correlation is.
 */
public final class CorrelationTest {

  private CorrelationTest() {}

  /** Of Pearson's r, whose distribution for normal values is a beta distribution. Two points: 1. */
  public static double pearson(double[] x, double[] y) {
    if (x.length == 2) {
      return 1;
    }
    double r = Correlation.pearson(x, y);
    double shape = x.length / 2.0 - 1;
    return Double.isNaN(r)
        ? Double.NaN
        : 2 * BetaDistribution.of(shape, shape).survivalProbability((Math.abs(r) + 1) / 2);
  }

  /** Of Spearman's rho by the t distribution, which is near for many values. NaN for two points. */
  public static double spearman(double[] x, double[] y) {
    double rho = Correlation.spearman(x, y);
    int degrees = x.length - 2;
    if (Double.isNaN(rho) || degrees < 1) {
      return Double.NaN;
    }
    double t = Math.abs(rho) * Math.sqrt(degrees / ((1 - rho) * (1 + rho)));
    return 2 * TDistribution.of(degrees).survivalProbability(t);
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
}
