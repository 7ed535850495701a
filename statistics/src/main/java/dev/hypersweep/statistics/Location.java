package dev.hypersweep.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a set of values lies: one number for many. NaN for no value or if one of them is NaN. */
public enum Location {
  /** Arithmetic mean. */
  MEAN {
    @Override
    public double of(double... values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum / values.length;
    }
  },
  /** The middle value, or the mean of the two middle ones. */
  MEDIAN {
    @Override
    public double of(double... values) {
      return Quantiles.median(values);
    }
  },
  /**
   * Interquartile mean: the mean without the floor(n / 4) smallest and as many greatest values
   * (Agarwal et al., Deep Reinforcement Learning at the Edge of the Statistical Precipice, 2021).
   */
  IQM {
    @Override
    public double of(double... values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      // Sorting puts NaN last, where it would be cut.
      if (sorted.length > 0 && Double.isNaN(sorted[sorted.length - 1])) {
        return Double.NaN;
      }
      int cut = sorted.length / 4;
      return MEAN.of(Arrays.copyOfRange(sorted, cut, sorted.length - cut));
    }
  };

  /**
   * The location of the values. The sum is a plain one, so that values whose sums are exact give
   * the same number in any order.
   */
  public abstract double of(double... values);

  /** The location of that name: mean, median, iqm. */
  public static Optional<Location> named(String name) {
    return Arrays.stream(values())
        .filter(location -> location.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
