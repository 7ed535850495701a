package dev.hypersweep.statistics.search;

import java.util.Arrays;

/**
 * The best score to expect of a budget of n trials, for n = 1 .. N, from the scores of N trials of
 * random search: a curve that says what a result cost. Higher is better.
 *
 * @param withReplacement position n - 1: the estimate of J. Dodge et al., Show Your Work: Improved
 *     Reporting of Experimental Results (2019), which draws trials with replacement
 * @param varianceWithReplacement variance of that maximum
 * @param withoutReplacement the unbiased estimate of R. Tang et al., Showing Your Work Doesn't
 *     Always Work (2020)
 */
public record ExpectedMaximum(
    double[] withReplacement, double[] varianceWithReplacement, double[] withoutReplacement) {

  /** The curves of these scores. */
  public static ExpectedMaximum of(double... scores) {
    double[] ascending = scores.clone();
    Arrays.sort(ascending);
    int count = scores.length;
    double[] with = new double[count];
    double[] variance = new double[count];
    double[] without = new double[count];
    for (int n = 1; n <= count; n++) {
      double[] chances = new double[count];
      for (int i = 0; i < count; i++) {
        chances[i] = StrictMath.pow((i + 1.0) / count, n) - StrictMath.pow((double) i / count, n);
        with[n - 1] += chances[i] * ascending[i];
      }
      for (int i = 0; i < count; i++) {
        double deviation = ascending[i] - with[n - 1];
        variance[n - 1] += chances[i] * deviation * deviation;
      }
      without[n - 1] = withoutReplacement(ascending, n);
    }
    return new ExpectedMaximum(with, variance, without);
  }

  /** The i-th smallest is the maximum of C(i - 1, n - 1) of the C(N, n) subsets. */
  private static double withoutReplacement(double[] ascending, int n) {
    double expected = 0;
    double chance = (double) n / ascending.length;
    for (int i = ascending.length; i >= n; i--) {
      expected += chance * ascending[i - 1];
      chance *= (double) (i - n) / (i - 1);
    }
    return expected;
  }
}
