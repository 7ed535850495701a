package dev.hypersweep.statistics.nonparametric;

import dev.hypersweep.statistics.StudentizedRange;

/**
 * Which methods differ, after Friedman's test: all pairs at once by the studentized range of their
 * mean ranks (P. B. Nemenyi, Distribution-free Multiple Comparisons, 1963; Demšar 2006, 3.2.2).
 *
 * @param meanRanks per method
 * @param q critical value, the quantile of the studentized range by √2; NaN for one method
 * @param criticalDifference of mean ranks
 * @param p per pair, 1 on the diagonal
 * @param different pairs whose mean ranks differ by more than the critical difference
 */
public record Nemenyi(
    double[] meanRanks, double q, double criticalDifference, double[][] p, boolean[][] different) {

  /**
   * All pairs of a field; if all methods do equally well, alpha is the chance of any difference.
   */
  public static Nemenyi of(Friedman friedman, double alpha) {
    int k = friedman.methods();
    double error = Math.sqrt(k * (k + 1) / (6.0 * friedman.datasets()));
    StudentizedRange range = k > 1 ? new StudentizedRange(k) : null;
    double q = k > 1 ? range.quantile(1 - alpha) / Math.sqrt(2) : Double.NaN;
    double[] meanRanks = friedman.meanRanks();
    double[][] p = new double[k][k];
    boolean[][] different = new boolean[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double difference = Math.abs(meanRanks[i] - meanRanks[j]);
        p[i][j] =
            difference == 0 ? 1 : range.survivalProbability(difference / error * Math.sqrt(2));
        different[i][j] = difference > q * error;
      }
    }
    return new Nemenyi(meanRanks, q, q * error, p, different);
  }
}
