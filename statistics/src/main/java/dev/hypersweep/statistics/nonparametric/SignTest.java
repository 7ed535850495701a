package dev.hypersweep.statistics.nonparametric;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The sign test that differences have zero as their median (J. Arbuthnot 1710).
 *
 * @param plus positive differences
 * @param minus negative differences
 * @param ties differences of zero; they say nothing and are left out
 */
public record SignTest(int plus, int minus, int ties) {

  /** Counts the signs. */
  public static SignTest of(double... differences) {
    int plus = 0;
    int minus = 0;
    for (double difference : differences) {
      if (Double.isNaN(difference)) {
        throw new IllegalArgumentException("NaN has no sign");
      }
      plus += difference > 0 ? 1 : 0;
      minus += difference < 0 ? 1 : 0;
    }
    return new SignTest(plus, minus, differences.length - plus - minus);
  }

  /** Exact two-sided p-value, twice the smaller tail; 1 if there are only ties. */
  public double p() {
    BinomialDistribution chance = BinomialDistribution.of(plus + minus, 0.5);
    return Math.min(1, 2 * chance.cumulativeProbability(Math.min(plus, minus)));
  }
}
