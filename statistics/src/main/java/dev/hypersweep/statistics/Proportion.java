package dev.hypersweep.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A share of examples, for example an accuracy, and how far it may be off. All intervals lie within
 * 0 and 1. Compared in L. D. Brown, T. T. Cai and A. DasGupta, Interval Estimation for a Binomial
 * Proportion, Statistical Science 16 (2001): Wilson for small n, never Wald.
 *
 * @param successes number of examples that count, 0 .. n
 * @param n number of examples, 0 or more; with 0 every interval is NaN
 */
public record Proportion(int successes, int n) {

  private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

  /** Checks the counts. */
  public Proportion {
    if (successes < 0 || successes > n) {
      throw new IllegalArgumentException("not a share: " + successes + " of " + n);
    }
  }

  /** Successes by n; NaN for n = 0. */
  public double value() {
    return (double) successes / n;
  }

  /** E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927). */
  public Interval wilson(double confidence) {
    return interval(BinomialConfidenceInterval.WILSON_SCORE, confidence);
  }

  /**
   * C. J. Clopper and E. S. Pearson, The Use of Confidence or Fiducial Limits Illustrated in the
   * Case of the Binomial (1934): covers at least as often as promised. 0 and 1 at the ends.
   */
  public Interval clopperPearson(double confidence) {
    return interval(BinomialConfidenceInterval.CLOPPER_PEARSON, confidence);
  }

  /** The textbook's normal approximation, cut to 0..1; of width 0 at the ends. */
  public Interval wald(double confidence) {
    return interval(BinomialConfidenceInterval.NORMAL_APPROXIMATION, confidence);
  }

  /** A. Agresti and B. A. Coull, Approximate is Better than "Exact" (1998), cut to 0..1. */
  public Interval agrestiCoull(double confidence) {
    return interval(BinomialConfidenceInterval.AGRESTI_COULL, confidence);
  }

  private Interval interval(BinomialConfidenceInterval method, double confidence) {
    Interval.checkConfidence(confidence);
    if (n == 0) {
      return UNKNOWN;
    }
    var interval = method.fromErrorRate(n, successes, 1 - confidence);
    return new Interval(interval.getLowerBound(), interval.getUpperBound());
  }
}
