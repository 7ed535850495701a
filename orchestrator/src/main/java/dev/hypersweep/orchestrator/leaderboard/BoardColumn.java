package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.benchmark.BenchmarkTask;
import dev.hypersweep.catalogue.benchmark.Column;
import dev.hypersweep.catalogue.benchmark.Diagnostics;
import dev.hypersweep.catalogue.benchmark.ScoringRules;
import java.util.List;
import java.util.Map;

/**
 * A column of a board: a task of one dataset, or a diagnostic, which the models of another dataset
 * answer.
 *
 * @param name catalogue name of what is scored
 * @param task what its number is the mean of
 * @param diagnostic whether it is only shown, and counts nowhere
 */
record BoardColumn(String name, BenchmarkTask task, boolean diagnostic) {

  /** A task that counts. */
  static BoardColumn counting(BenchmarkTask task) {
    return new BoardColumn(task.columns().get(0).dataset(), task, false);
  }

  /** A dataset that is scored by the runs on the one that its makers name. */
  static BoardColumn diagnostic(Dataset dataset) {
    String model = Diagnostics.modelOf(dataset.name()).orElseThrow();
    BenchmarkTask own = ScoringRules.mean(dataset.name(), List.of(dataset)).rankedTasks().get(0);
    List<Column> columns =
        own.columns().stream()
            .map(column -> new Column(model, dataset.name(), column.metric()))
            .toList();
    return new BoardColumn(dataset.name(), new BenchmarkTask(own.name(), columns), true);
  }

  /** Catalogue name of the dataset whose runs have its numbers. */
  String dataset() {
    return task.columns().get(0).dataset();
  }

  /** Whether a run has all its numbers; of a diagnostic it has them if they were asked for. */
  boolean scored(StoredResult result) {
    return result.readings().keySet().containsAll(measures());
  }

  /** What a number is called below the column's name. */
  String shown(Column measured) {
    return diagnostic ? measured.metric().metricName() : measured.measure();
  }

  /** What its numbers are called below its name. */
  List<String> shown() {
    return task.columns().stream().map(this::shown).toList();
  }

  /** The names under which a run reports the task's numbers. */
  List<String> measures() {
    return task.columns().stream().map(Column::measure).toList();
  }

  /** A run's score on the task: the mean of its numbers. */
  double score(Map<String, Reading> readings) {
    return score(task, readings);
  }

  /** A run's score on a task of the column's dataset, the column's own or another average's. */
  static double score(BenchmarkTask task, Map<String, Reading> readings) {
    double sum = 0;
    for (Column column : task.columns()) {
      sum += readings.get(column.measure()).value();
    }
    return sum / task.columns().size();
  }
}
