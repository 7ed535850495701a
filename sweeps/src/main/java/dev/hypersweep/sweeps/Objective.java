package dev.hypersweep.sweeps;

import dev.hypersweep.catalogue.Metric;

/**
 * What makes one trial better than another.
 *
 * @param metric the metric of the result that counts
 * @param goal {@code maximize} or {@code minimize}; always the metric's own direction
 * @param aggregate how the cells of a trial become one number: {@code mean}
 */
public record Objective(Metric metric, String goal, String aggregate) {

  public static final String MEAN = "mean";

  /** The mean of a metric, in its own direction. */
  public static Objective mean(Metric metric) {
    return new Objective(metric, goalOf(metric), MEAN);
  }

  /** The only goal that makes sense for a metric. */
  public static String goalOf(Metric metric) {
    return metric.higherIsBetter() ? "maximize" : "minimize";
  }
}
