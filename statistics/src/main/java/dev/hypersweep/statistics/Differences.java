package dev.hypersweep.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Which pairs of a field of quantities differ: by Welch's test for every pair, corrected by Holm
 * over all pairs, or as another test has decided. If all are equal, the probability that any pair
 * is called different is at most {@code level}.
 */
public final class Differences {

  private final List<Estimate> field;
  private final boolean[][] different;

  /**
   * Tests every pair.
   *
   * @param field quantities, higher is better
   * @param level probability of one false decision or more, for example 0.05
   */
  public Differences(List<Estimate> field, double level) {
    this.field = List.copyOf(field);
    int n = field.size();
    double[] p = new double[n * (n - 1) / 2];
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        p[pair++] = WelchTest.of(field.get(i), field.get(j)).p();
      }
    }
    double[] adjusted = Correction.HOLM.adjusted(p);
    different = new boolean[n][n];
    pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        different[i][j] = adjusted[pair++] <= level;
        different[j][i] = different[i][j];
      }
    }
  }

  private Differences(List<Estimate> field, boolean[][] different) {
    this.field = List.copyOf(field);
    this.different = different;
  }

  /**
   * What another test has decided, for example {@link
   * dev.hypersweep.statistics.nonparametric.Nemenyi}.
   *
   * @param field quantities, higher is better
   * @param different by pair, symmetric
   */
  public static Differences decided(List<Estimate> field, boolean[][] different) {
    if (different.length != field.size()) {
      throw new IllegalArgumentException(
          field.size() + " quantities, decisions about " + different.length);
    }
    return new Differences(
        field, Arrays.stream(different).map(boolean[]::clone).toArray(boolean[][]::new));
  }

  /** Number of quantities. */
  public int size() {
    return field.size();
  }

  /** The i-th quantity. */
  public Estimate quantity(int i) {
    return field.get(i);
  }

  /** Whether i and j differ significantly. */
  public boolean differ(int i, int j) {
    return different[i][j];
  }

  /** Whether i is significantly higher than j. */
  public boolean better(int i, int j) {
    return different[i][j] && field.get(i).value() > field.get(j).value();
  }
}
