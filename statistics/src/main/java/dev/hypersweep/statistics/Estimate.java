package dev.hypersweep.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimated quantity and how far it may be off.
 *
 * @param value the estimate
 * @param squaredError square of its standard error; NaN if unknown (a single seed), 0 if all values
 *     were equal
 * @param degreesOfFreedom of the squared error, need not be whole; without meaning if that is
 *     unknown or 0
 */
public record Estimate(double value, double squaredError, double degreesOfFreedom) {

  /** Whether anything is known about its error. */
  public boolean hasError() {
    return !Double.isNaN(squaredError);
  }

  /**
   * The two-sided t interval (Student 1908): value ± t(df, (1 + confidence) / 2) · standard error.
   * Empty if the error is unknown; a point if it is zero.
   *
   * @param confidence for example 0.95, between 0 and 1
   */
  public Optional<Interval> interval(double confidence) {
    Interval.checkConfidence(confidence);
    if (!hasError()) {
      return Optional.empty();
    }
    if (squaredError == 0) {
      return Optional.of(new Interval(value, value));
    }
    double quantile =
        TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
    double half = quantile * Math.sqrt(squaredError);
    return Optional.of(new Interval(value - half, value + half));
  }
}
