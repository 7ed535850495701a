package dev.hypersweep.trainer.metric.correlation;

import java.util.Arrays;

/**
 * All pairs of positions of two lists, by how both lists order them: what Kendall's tau is made of.
 * Every pair is looked at: for thousands of numbers, not for millions.
 *
 * @param size numbers in a list
 * @param concordant pairs that both lists order alike
 * @param discordant pairs that they order in opposite ways
 * @param x ties of the first list
 * @param y ties of the second list
 */
record PairOrder(int size, long concordant, long discordant, Ties x, Ties y) {

  /**
   * Ties of a list, summed over its groups of t equal values.
   *
   * @param pairs t (t - 1) / 2
   * @param triples t (t - 1) (t - 2)
   * @param weighted t (t - 1) (2 t + 5)
   */
  record Ties(long pairs, double triples, double weighted) {

    static Ties of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      long pairs = 0;
      double triples = 0;
      double weighted = 0;
      int start = 0;
      for (int i = 1; i <= sorted.length; i++) {
        if (i == sorted.length || sorted[i] != sorted[start]) {
          long t = i - start;
          pairs += t * (t - 1) / 2;
          triples += (double) t * (t - 1) * (t - 2);
          weighted += (double) t * (t - 1) * (2 * t + 5);
          start = i;
        }
      }
      return new Ties(pairs, triples, weighted);
    }
  }

  static PairOrder of(double[] x, double[] y) {
    Correlation.requireEqualLengths(x, y);
    long concordant = 0;
    long discordant = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        double order = Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
        concordant += order > 0 ? 1 : 0;
        discordant += order < 0 ? 1 : 0;
      }
    }
    return new PairOrder(x.length, concordant, discordant, Ties.of(x), Ties.of(y));
  }

  long pairs() {
    return (long) size * (size - 1) / 2;
  }

  boolean hasTies() {
    return x.pairs + y.pairs > 0;
  }

  double tauB() {
    double untiedX = pairs() - x.pairs;
    double untiedY = pairs() - y.pairs;
    return untiedX == 0 || untiedY == 0
        ? Double.NaN
        : (concordant - discordant) / Math.sqrt(untiedX) / Math.sqrt(untiedY);
  }

  /** Variance of concordant - discordant without a correlation, ties considered (Kendall 1970). */
  double variance() {
    double ordered = 2.0 * pairs();
    return (ordered * (2.0 * size + 5) - x.weighted - y.weighted) / 18
        + 2.0 * x.pairs * y.pairs / ordered
        + x.triples * y.triples / (9 * ordered * (size - 2));
  }
}
