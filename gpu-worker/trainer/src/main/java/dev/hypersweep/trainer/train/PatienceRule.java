package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Metric;
import java.util.SortedMap;

/**
 * Early stopping: a run ends after {@code evaluations} evaluations in a row that are not better
 * than the best one by more than {@code delta}. Its result is the best evaluation, the first of
 * equals, and a checkpoint is written there; without the rule it is the last.
 *
 * @param evaluations 0 turns the rule off
 * @param byLoss whether the evaluation loss has to improve, or the dataset's own metric
 * @param delta least change that counts, 0 or more
 */
public record PatienceRule(int evaluations, boolean byLoss, double delta) {

  /**
   * The best evaluation so far; part of a checkpoint.
   *
   * @param metric that decides
   * @param step of the evaluation
   * @param metrics of the evaluation
   * @param since evaluations after it
   */
  public record Best(String metric, long step, SortedMap<String, Double> metrics, int since) {

    /** The same with more said of it. */
    Best with(SortedMap<String, Double> more) {
      return new Best(metric, step, more, since);
    }
  }

  boolean isOn() {
    return evaluations > 0;
  }

  /**
   * Takes note of an evaluation.
   *
   * @param before null before the first
   * @param headline the dataset's own metric
   */
  Best after(Best before, Metric headline, long step, SortedMap<String, Double> metrics) {
    Metric metric = byLoss ? Metric.LOSS : headline;
    if (before == null || gain(metric, before.metrics(), metrics) > delta) {
      return new Best(metric.metricName(), step, metrics, 0);
    }
    return new Best(before.metric(), before.step(), before.metrics(), before.since() + 1);
  }

  /** Whether it is time to end. */
  boolean isOver(Best best) {
    return isOn() && best != null && best.since() >= evaluations;
  }

  private static double gain(
      Metric metric, SortedMap<String, Double> before, SortedMap<String, Double> now) {
    double change = now.get(metric.metricName()) - before.get(metric.metricName());
    return metric.higherIsBetter() ? change : -change;
  }
}
