package dev.hypersweep.statistics;

import org.apache.commons.statistics.ranking.NaNStrategy;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/** Ranks from 1, equal values share the mean of their ranks. */
public final class Ranks {

  private Ranks() {}

  /**
   * The rank of every value, the smallest is 1.
   *
   * @throws IllegalArgumentException if a value is NaN
   */
  public static double[] ascending(double... values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        throw new IllegalArgumentException("NaN has no rank");
      }
    }
    // Not shared: the library's object is not documented to be safe for several threads.
    return new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).apply(values);
  }

  /** The rank of every value, the greatest is 1. */
  public static double[] descending(double... values) {
    double[] negated = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      negated[i] = -values[i];
    }
    return ascending(negated);
  }
}
