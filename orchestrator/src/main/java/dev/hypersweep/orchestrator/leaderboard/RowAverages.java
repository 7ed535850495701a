package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.catalogue.benchmark.Average;
import dev.hypersweep.catalogue.benchmark.AverageScore;
import dev.hypersweep.catalogue.benchmark.BenchmarkTask;
import dev.hypersweep.catalogue.benchmark.Column;
import dev.hypersweep.catalogue.benchmark.ScoringRule;
import dev.hypersweep.orchestrator.leaderboard.Leaderboard.AverageValue;
import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.Sample;
import dev.hypersweep.statistics.StratifiedMean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every average of a rule for one row, with its interval over seeds. Where a task is missing there
 * is a partial mean, under a name that says which tasks it is of.
 */
final class RowAverages {

  private final ScoringRule rule;
  private final double confidence;

  RowAverages(ScoringRule rule, double confidence) {
    this.rule = rule;
    this.confidence = confidence;
  }

  /** Whether all tasks of an average have one direction: then it has that too. */
  static boolean oneDirection(Average average) {
    return average.tasks().stream().map(BenchmarkTask::higherIsBetter).distinct().count() == 1;
  }

  /** Whether the more of an average the better; one of several directions is oriented so. */
  static boolean higherIsBetter(Average average) {
    return !oneDirection(average) || average.tasks().get(0).higherIsBetter();
  }

  /** One value per average, in the rule's order. */
  List<AverageValue> of(Map<String, List<StoredResult>> byDataset) {
    return rule.averages().stream().map(average -> value(average, byDataset)).toList();
  }

  private AverageValue value(Average average, Map<String, List<StoredResult>> byDataset) {
    AverageScore score = AverageScore.of(average, numbers(average, byDataset));
    if (!score.missing().isEmpty()) {
      AverageScore.Partial partial = score.partial().orElse(null);
      return new AverageValue(
          average.name(),
          null,
          null,
          null,
          partial == null ? null : partial.name(),
          partial == null ? null : partial.mean());
    }
    List<Sample> strata =
        average.tasks().stream().map(task -> stratum(average, task, byDataset)).toList();
    var estimate = StratifiedMean.of(strata);
    Interval interval = estimate.interval(confidence).orElse(null);
    return new AverageValue(
        average.name(),
        estimate.value(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        null,
        null);
  }

  private static Map<Column, Double> numbers(
      Average average, Map<String, List<StoredResult>> byDataset) {
    Map<Column, Double> numbers = new HashMap<>();
    for (BenchmarkTask task : average.tasks()) {
      for (Column column : task.columns()) {
        List<StoredResult> results = byDataset.getOrDefault(column.dataset(), List.of());
        if (!results.isEmpty()) {
          double[] values =
              results.stream()
                  .mapToDouble(result -> result.readings().get(column.measure()).value())
                  .toArray();
          numbers.put(column, sign(average, task) * Sample.of(values).mean());
        }
      }
    }
    return numbers;
  }

  private static Sample stratum(
      Average average, BenchmarkTask task, Map<String, List<StoredResult>> byDataset) {
    return Sample.of(
        byDataset.get(task.columns().get(0).dataset()).stream()
            .mapToDouble(result -> sign(average, task) * BoardColumn.score(task, result.readings()))
            .toArray());
  }

  private static int sign(Average average, BenchmarkTask task) {
    return oneDirection(average) || task.higherIsBetter() ? 1 : -1;
  }
}
