package dev.hypersweep.trainer.predict;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an evaluation found: every metric, and the prediction for every example of the evaluation
 * splits.
 */
public final class Evaluated {

  private final SortedMap<String, Double> metrics;
  private final List<Measure> measures;
  private final List<Prediction> predictions;

  /**
   * @param measures what an interval can be had of; its value is a metric
   * @param others metrics of which there is none
   * @param predictions split by split, each in its order
   */
  public Evaluated(
      List<Measure> measures, SortedMap<String, Double> others, List<Prediction> predictions) {
    this.measures = List.copyOf(measures);
    this.predictions = List.copyOf(predictions);
    SortedMap<String, Double> all = new TreeMap<>(others);
    measures.forEach(measure -> all.put(measure.name(), measure.statistic().all()));
    this.metrics = Collections.unmodifiableSortedMap(all);
  }

  /** Values by metric name. */
  public SortedMap<String, Double> metrics() {
    return metrics;
  }

  /** The metrics of which an interval can be had. */
  public List<Measure> measures() {
    return measures;
  }

  /** One for every example. */
  public List<Prediction> predictions() {
    return predictions;
  }
}
