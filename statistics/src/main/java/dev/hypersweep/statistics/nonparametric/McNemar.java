package dev.hypersweep.statistics.nonparametric;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * McNemar's test that two classifiers are right equally often on the same examples (Q. McNemar,
 * Note on the Sampling Error of the Difference Between Correlated Proportions or Percentages,
 * Psychometrika 12, 1947). Only examples on which they disagree count.
 *
 * @param onlyFirst examples that only the first gets right
 * @param onlySecond examples that only the second gets right
 */
public record McNemar(int onlyFirst, int onlySecond) {

  /** Exact two-sided p-value; 1 without disagreement. */
  public double pExact() {
    return new SignTest(onlyFirst, onlySecond, 0).p();
  }

  /**
   * The two-sided mid-p-value: both tails, but what was observed counts once in all (M. W.
   * Fagerland et al., The McNemar Test for Binary Matched-Pairs Data, BMC Medical Research
   * Methodology 13, 2013). 1 without disagreement.
   */
  public double pMid() {
    BinomialDistribution chance = BinomialDistribution.of(onlyFirst + onlySecond, 0.5);
    int fewer = Math.min(onlyFirst, onlySecond);
    return Math.min(1, 2 * chance.cumulativeProbability(fewer) - chance.probability(fewer));
  }

  /** (b - c)² / (b + c); NaN without disagreement. */
  public double chiSquared() {
    return statistic(Math.abs(onlyFirst - onlySecond));
  }

  /** (|b - c| - 1)² / (b + c), not below 0 (A. L. Edwards 1948); NaN without disagreement. */
  public double chiSquaredCorrected() {
    return statistic(Math.max(0, Math.abs(onlyFirst - onlySecond) - 1));
  }

  /** p-value of a statistic on one degree of freedom; NaN for NaN. */
  public static double p(double chiSquared) {
    return Double.isNaN(chiSquared)
        ? chiSquared
        : ChiSquaredDistribution.of(1).survivalProbability(chiSquared);
  }

  private double statistic(double difference) {
    return difference * difference / ((double) onlyFirst + onlySecond);
  }
}
