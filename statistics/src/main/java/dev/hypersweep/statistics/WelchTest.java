package dev.hypersweep.statistics;

/**
 * Welch's test of the hypothesis that two independent quantities have the same expectation, their
 * variances unknown and not assumed equal, with a decision for every input: see {@code p}. The bare
 * test is {@link TTest#welch}.
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
    TTest test = TTest.independent(first, second);
    double df = test.difference().degreesOfFreedom();
    if (test.difference().value() == 0) {
      return new WelchTest(0, df, 1);
    }
    return new WelchTest(test.t(), df, test.p());
  }
}
