package dev.hypersweep.statistics.nonparametric;

import dev.hypersweep.statistics.Location;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The permutation test that paired differences are as likely positive as negative: the mean
 * difference against that of all sign patterns (R. A. Fisher, The Design of Experiments, 1935,
 * §21).
 *
 * @param meanDifference of the differences as they are
 * @param patterns number of sign patterns compared with
 * @param p share of patterns whose mean is as far from zero, or farther
 * @param pGreater share of patterns whose mean is as high, or higher
 */
public record PairedPermutation(double meanDifference, long patterns, double p, double pGreater) {

  /** More differences than this have too many patterns; {@link #sampled} takes some of them. */
  public static final int EXACT_LIMIT = 44;

  /** Rounding of a sum of differences, relative to the sum of their sizes. */
  private static final double ROUNDING = 1e-14;

  /**
   * Goes over all 2^n sign patterns: the sums of both halves' patterns are sorted and matched, so
   * that it takes about 2^(n/2) steps.
   *
   * @param differences 1 .. {@link #EXACT_LIMIT}
   */
  public static PairedPermutation exact(double... differences) {
    int n = differences.length;
    if (n == 0 || n > EXACT_LIMIT) {
      throw new IllegalArgumentException(
          "an exact permutation test takes 1 to " + EXACT_LIMIT + " differences, not " + n);
    }
    double observed = Arrays.stream(differences).sum();
    double slack = slack(differences);
    double[] left = sums(Arrays.copyOfRange(differences, 0, n / 2));
    double[] right = sums(Arrays.copyOfRange(differences, n / 2, n));
    double patterns = (double) left.length * right.length;
    double greater = atLeast(left, right, observed - slack);
    // Turning all signs of a pattern turns its sum: both tails have the same number.
    double extreme =
        Math.abs(observed) <= slack
            ? patterns
            : 2 * atLeast(left, right, Math.abs(observed) - slack);
    return new PairedPermutation(
        Location.MEAN.of(differences), 1L << n, extreme / patterns, greater / patterns);
  }

  /**
   * Draws sign patterns at random and counts the observed one among them, so that p is never 0 and
   * the test stays valid (B. Phipson and G. K. Smyth, Permutation P-values Should Never Be Zero,
   * 2010).
   *
   * @param differences 1 or more
   * @param draws number of patterns beside the observed one
   * @param seed the same seed gives the same p
   */
  public static PairedPermutation sampled(double[] differences, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double observed = Arrays.stream(differences).sum();
    double slack = slack(differences);
    long greater = 1;
    long extreme = 1;
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      for (double difference : differences) {
        sum += random.nextBoolean() ? difference : -difference;
      }
      greater += sum >= observed - slack ? 1 : 0;
      extreme += Math.abs(sum) >= Math.abs(observed) - slack ? 1 : 0;
    }
    double patterns = draws + 1.0;
    return new PairedPermutation(
        Location.MEAN.of(differences), draws + 1L, extreme / patterns, greater / patterns);
  }

  private static double slack(double[] differences) {
    return ROUNDING * Arrays.stream(differences).map(Math::abs).sum();
  }

  /** Sums of all sign patterns, ascending. */
  private static double[] sums(double[] differences) {
    double[] sums = {0};
    for (double difference : differences) {
      double[] longer = new double[2 * sums.length];
      for (int i = 0; i < sums.length; i++) {
        longer[2 * i] = sums[i] + difference;
        longer[2 * i + 1] = sums[i] - difference;
      }
      sums = longer;
    }
    Arrays.sort(sums);
    return sums;
  }

  /** Number of pairs, one of each, whose sum is at least that. */
  private static double atLeast(double[] left, double[] right, double least) {
    double count = 0;
    int from = right.length;
    for (double sum : left) {
      while (from > 0 && sum + right[from - 1] >= least) {
        from--;
      }
      count += right.length - from;
    }
    return count;
  }
}
