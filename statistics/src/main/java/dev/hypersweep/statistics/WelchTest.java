package dev.hypersweep.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Welch's test of the hypothesis that two independent quantities have the same expectation, their
 * variances unknown and not assumed equal.
 *
 * <p>B. L. Welch, The generalization of "Student's" problem when several different population
 * variances are involved, Biometrika 34 (1947). On {@link Sample#estimate} it is the textbook test;
 * on {@link StratifiedMean#of} its stratified form.
 *
 * @param t statistic, positive if the first is higher; NaN if an error is unknown
 * @param degreesOfFreedom Welch-Satterthwaite; NaN if an error is unknown or both are zero
 * @param p two-sided; 1 if an error is unknown: what has a single seed is never significant. With
 *     no variance at all it is 1 for equal values and 0 for others, the limit of small variances
 */
public record WelchTest(double t, double degreesOfFreedom, double p) {

  /** Compares two quantities. */
  public static WelchTest of(Estimate first, Estimate second) {
    if (!first.hasError() || !second.hasError()) {
      return new WelchTest(Double.NaN, Double.NaN, 1);
    }
    double difference = first.value() - second.value();
    Satterthwaite error = new Satterthwaite();
    error.add(first.squaredError(), first.degreesOfFreedom());
    error.add(second.squaredError(), second.degreesOfFreedom());
    if (difference == 0) {
      return new WelchTest(0, error.degreesOfFreedom(), 1);
    }
    double t = difference / Math.sqrt(error.variance());
    if (error.variance() == 0) {
      return new WelchTest(t, Double.NaN, 0);
    }
    double p = 2 * TDistribution.of(error.degreesOfFreedom()).survivalProbability(Math.abs(t));
    return new WelchTest(t, error.degreesOfFreedom(), Math.min(1, p));
  }
}
