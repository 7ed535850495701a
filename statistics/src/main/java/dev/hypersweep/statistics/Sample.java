package dev.hypersweep.statistics;

/**
 * What a set of measurements says: the runs of one cell, a value per seed.
 *
 * @param n number of values, 1 or more
 * @param mean their arithmetic mean
 * @param variance unbiased sample variance (divisor n - 1); NaN for n = 1
 */
public record Sample(int n, double mean, double variance) {

  /**
   * Mean and variance of the values, by two passes around the first value: a constant sample has
   * exactly its value as mean and exactly zero variance, so rounding never makes equal things
   * differ.
   *
   * @throws IllegalArgumentException if there is no value, or one that is not finite
   */
  public static Sample of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a sample needs a value");
    }
    double shift = 0;
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a finite value: " + value);
      }
      shift += value - values[0];
    }
    double mean = values[0] + shift / values.length;
    if (values.length == 1) {
      return new Sample(1, mean, Double.NaN);
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Sample(values.length, mean, squares / (values.length - 1));
  }

  /** Sample standard deviation; NaN for n = 1. */
  public double standardDeviation() {
    return Math.sqrt(variance);
  }

  /** The mean as an estimate of the expectation: squared error s²/n on n - 1 degrees of freedom. */
  public Estimate estimate() {
    return new Estimate(mean, variance / n, n - 1);
  }
}
