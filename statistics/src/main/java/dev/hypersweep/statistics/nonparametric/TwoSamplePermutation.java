package dev.hypersweep.statistics.nonparametric;

import dev.hypersweep.statistics.Location;
import java.util.Arrays;

/**
 * The permutation test that two samples come from one distribution: the difference of their means
 * against that of all splits of the pooled values into samples of these sizes (E. J. G. Pitman,
 * Significance Tests Which May Be Applied to Samples from Any Populations, 1937).
 *
 * @param meanDifference mean of the first less that of the second
 * @param splits number of splits
 * @param p share of splits whose difference is as far from zero, or farther
 * @param pGreater share of splits whose difference is as high, or higher
 */
public record TwoSamplePermutation(double meanDifference, long splits, double p, double pGreater) {

  /** More splits than this take too long. */
  public static final long EXACT_LIMIT = 200_000_000;

  /** Rounding of a sum of values, relative to the sum of their sizes. */
  private static final double ROUNDING = 1e-14;

  /**
   * Goes over all splits.
   *
   * @throws IllegalArgumentException if a sample is empty or there are more than {@link
   *     #EXACT_LIMIT} splits
   */
  public static TwoSamplePermutation exact(double[] a, double[] b) {
    if (a.length == 0 || b.length == 0) {
      throw new IllegalArgumentException("a sample needs a value");
    }
    Splits splits = new Splits(a, b);
    double number = splits.number();
    if (number > EXACT_LIMIT) {
      throw new IllegalArgumentException(
          "too many splits for an exact permutation test: %.3g, at most %d"
              .formatted(number, EXACT_LIMIT));
    }
    splits.visit(0, a.length, 0);
    return new TwoSamplePermutation(
        Location.MEAN.of(a) - Location.MEAN.of(b),
        splits.count,
        (double) splits.extreme / splits.count,
        (double) splits.greater / splits.count);
  }

  /**
   * Counts. Means are compared by n · (sum of the first) - n_a · (sum of all), which is n_a · n_b
   * times the difference of the means and stays exact where the sums do.
   */
  private static final class Splits {
    private final double[] pooled;
    private final int first;
    private final double all;
    private final double slack;
    private final double observed;
    private long count;
    private long extreme;
    private long greater;

    Splits(double[] a, double[] b) {
      pooled = Arrays.copyOf(a, a.length + b.length);
      System.arraycopy(b, 0, pooled, a.length, b.length);
      first = a.length;
      all = Arrays.stream(pooled).sum();
      slack = ROUNDING * pooled.length * Arrays.stream(pooled).map(Math::abs).sum();
      observed = scaled(Arrays.stream(a).sum());
    }

    double number() {
      double number = 1;
      for (int i = 1; i <= first; i++) {
        number = number * (pooled.length - first + i) / i;
      }
      return number;
    }

    private double scaled(double sumOfFirst) {
      return pooled.length * sumOfFirst - first * all;
    }

    /** Takes {@code wanted} more values of those from {@code next} on. */
    void visit(int next, int wanted, double sum) {
      if (wanted == 0) {
        double difference = scaled(sum);
        count++;
        extreme += Math.abs(difference) >= Math.abs(observed) - slack ? 1 : 0;
        greater += difference >= observed - slack ? 1 : 0;
        return;
      }
      for (int i = next; i <= pooled.length - wanted; i++) {
        visit(i + 1, wanted - 1, sum + pooled[i]);
      }
    }
  }
}
