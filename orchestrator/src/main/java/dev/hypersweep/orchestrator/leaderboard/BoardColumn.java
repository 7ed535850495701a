package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.catalogue.benchmark.BenchmarkTask;
import dev.hypersweep.catalogue.benchmark.Column;
import java.util.List;
import java.util.Map;

/**
 * A column of a board: a task of one dataset.
 *
 * @param task what its number is the mean of
 * @param diagnostic whether it is only shown, and counts nowhere
 */
record BoardColumn(BenchmarkTask task, boolean diagnostic) {

  /** Catalogue name. */
  String dataset() {
    return task.columns().get(0).dataset();
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
