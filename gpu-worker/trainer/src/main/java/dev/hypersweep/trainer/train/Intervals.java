package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.bootstrap.Bootstrap;
import dev.hypersweep.trainer.predict.Measure;
import dev.hypersweep.trainer.predict.Statistic;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How far the metrics of one run would move with other examples: 95 % percentile intervals of the
 * bootstrap over examples (Efron 1979), or over groups where a group is what is scored. The same
 * resamples for every run, so that runs on a dataset compare. What another seed would have changed
 * is not in them.
 */
final class Intervals {

  /** Behind a metric's name: the lower end of its interval. */
  static final String LOW = "/low";

  /** The upper end. */
  static final String HIGH = "/high";

  private static final int RESAMPLES = 1_000;
  private static final double CONFIDENCE = 0.95;
  private static final long SEED = 20;

  private Intervals() {}

  /** {@code accuracy/low} and {@code accuracy/high} for every measure but the loss. */
  static SortedMap<String, Double> of(List<Measure> measures) {
    SortedMap<String, Double> ends = new TreeMap<>();
    for (Measure measure : measures) {
      boolean loss = measure.name().endsWith(Metric.LOSS.metricName());
      boolean defined = measure.statistic().size() > 0 && !Double.isNaN(measure.statistic().all());
      if (!loss && defined) {
        Interval interval = interval(measure.statistic());
        ends.put(measure.name() + LOW, interval.low());
        ends.put(measure.name() + HIGH, interval.high());
      }
    }
    return ends;
  }

  private static Interval interval(Statistic statistic) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] replicates = new double[RESAMPLES];
    int[] chosen = new int[statistic.size()];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = random.nextInt(chosen.length);
      }
      replicates[resample] = statistic.of(chosen);
    }
    return new Bootstrap(statistic.all(), replicates).percentile(CONFIDENCE);
  }
}
