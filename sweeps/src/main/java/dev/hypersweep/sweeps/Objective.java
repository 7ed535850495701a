package dev.hypersweep.sweeps;

import dev.hypersweep.catalogue.Metric;

/**
 * What makes one trial better than another.
 *
 * @param metric the metric of the result that counts; null for each dataset's score, the mean of
 *     its scored metrics
 * @param goal {@code maximize} or {@code minimize}; always the metric's own direction
 * @param aggregate how the cells of a trial become one number: {@code mean}
 */
public record Objective(Metric metric, String goal, String aggregate) {

  public static final String MEAN = "mean";

  /** What stands in a definition for each dataset's score. */
  public static final String SCORE = "score";

  /** The mean of a metric, in its own direction. */
  public static Objective mean(Metric metric) {
    return new Objective(metric, goalOf(metric), MEAN);
  }

  /** The mean of the datasets' scores, in their direction. */
  public static Objective score(boolean higherIsBetter) {
    return new Objective(null, higherIsBetter ? "maximize" : "minimize", MEAN);
  }

  /** The metric's name, or {@link #SCORE}. */
  public String metricName() {
    return metric == null ? SCORE : metric.metricName();
  }

  /** The only goal that makes sense for a metric. */
  public static String goalOf(Metric metric) {
    return metric.higherIsBetter() ? "maximize" : "minimize";
  }
}
