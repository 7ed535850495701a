package dev.hypersweep.catalogue.benchmark;

import dev.hypersweep.catalogue.Metric;

/**
 * One number of a benchmark: a metric on an evaluation split of a dataset.
 *
 * @param dataset catalogue name
 * @param split empty for the headline split, else the name of another one
 * @param metric how its predictions are scored
 */
public record Column(String dataset, String split, Metric metric) {

  /** A metric on the headline split. */
  public static Column of(String dataset, Metric metric) {
    return new Column(dataset, "", metric);
  }

  /** Under which name a run reports it: {@code accuracy}, {@code dev_mismatched/accuracy}. */
  public String measure() {
    return split.isEmpty() ? metric.metricName() : split + "/" + metric.metricName();
  }

  @Override
  public String toString() {
    return dataset + " " + measure();
  }
}
