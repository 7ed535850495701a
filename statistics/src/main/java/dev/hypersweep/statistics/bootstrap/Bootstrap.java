package dev.hypersweep.statistics.bootstrap;

import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.Location;
import dev.hypersweep.statistics.Quantiles;
import dev.hypersweep.statistics.Sample;
import java.util.SplittableRandom;

/**
 * The bootstrap distribution of a statistic (B. Efron, Bootstrap Methods: Another Look at the
 * Jackknife, The Annals of Statistics 7, 1979).
 *
 * @param estimate the statistic of the values themselves
 * @param replicates the statistic of each resample, in their order
 */
public record Bootstrap(double estimate, double[] replicates) {

  /**
   * Recomputes the statistic on given resamples.
   *
   * @param indices per resample the positions of the values drawn, from 0
   */
  public static Bootstrap of(double[] values, Location statistic, int[][] indices) {
    double[] replicates = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      double[] resample = new double[indices[i].length];
      for (int j = 0; j < resample.length; j++) {
        resample[j] = values[indices[i][j]];
      }
      replicates[i] = statistic.of(resample);
    }
    return new Bootstrap(statistic.of(values), replicates);
  }

  /** Resamples drawn here: the same seed gives the same interval. */
  public static Bootstrap of(double[] values, Location statistic, int resamples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] replicates = new double[resamples];
    double[] resample = new double[values.length];
    for (int i = 0; i < resamples; i++) {
      for (int j = 0; j < resample.length; j++) {
        resample[j] = values[random.nextInt(values.length)];
      }
      replicates[i] = statistic.of(resample);
    }
    return new Bootstrap(statistic.of(values), replicates);
  }

  /** Standard deviation (divisor n - 1) of the replicates. */
  public double standardError() {
    return Sample.of(replicates).standardDeviation();
  }

  /** From quantile to quantile of the replicates. */
  public Interval percentile(double confidence) {
    Interval.checkConfidence(confidence);
    return new Interval(
        Quantiles.of(replicates, (1 - confidence) / 2),
        Quantiles.of(replicates, (1 + confidence) / 2));
  }

  /** The percentile interval mirrored at the estimate, also called reverse percentile. */
  public Interval basic(double confidence) {
    Interval percentile = percentile(confidence);
    return new Interval(2 * estimate - percentile.high(), 2 * estimate - percentile.low());
  }
}
