package dev.hypersweep.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.NaNPolicy;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Quantiles by linear interpolation between order statistics, definition 7 of R. J. Hyndman and Y.
 * Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996); the default
 * of R and NumPy. NaN if there is no value or one of them is NaN.
 */
public final class Quantiles {

  private static final Quantile LINEAR =
      Quantile.withDefaults().with(EstimationMethod.HF7).with(NaNPolicy.INCLUDE).withCopy(true);

  private Quantiles() {}

  /**
   * One quantile.
   *
   * @param probability from 0 (the smallest value) to 1 (the greatest); NaN gives NaN
   */
  public static double of(double[] values, double probability) {
    if (Double.isNaN(probability) || values.length == 0 || anyNaN(values)) {
      return Double.NaN;
    }
    return LINEAR.evaluate(values, probability);
  }

  /** The quantile of probability one half. */
  public static double median(double... values) {
    return of(values, 0.5);
  }

  /** Distance of the upper from the lower quartile. */
  public static double interquartileRange(double... values) {
    return of(values, 0.75) - of(values, 0.25);
  }

  /** Median of the absolute deviations from the median, not scaled to any distribution. */
  public static double medianAbsoluteDeviation(double... values) {
    double median = median(values);
    return median(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
  }

  private static boolean anyNaN(double[] values) {
    return Arrays.stream(values).anyMatch(Double::isNaN);
  }
}
