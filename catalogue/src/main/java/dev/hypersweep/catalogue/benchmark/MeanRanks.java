package dev.hypersweep.catalogue.benchmark;

import java.util.List;
import java.util.Map;

/**
 * The mean rank over tasks (Demšar 2006): a number for rows whose tasks have no unit in common,
 * such as accuracies and perplexities. It depends on which rows are compared.
 */
public final class MeanRanks {

  private MeanRanks() {}

  /**
   * The mean rank of every row, 1 is best, equal scores share a rank. A row that lacks a task has
   * none (NaN), and the others are ranked as if it were not there.
   *
   * @param tasks each with its direction
   * @param rows score by name of the task, for each row
   */
  public static double[] of(List<BenchmarkTask> tasks, List<Map<String, Double>> rows) {
    List<Map<String, Double>> complete =
        rows.stream().filter(row -> isComplete(tasks, row)).toList();
    return rows.stream()
        .mapToDouble(row -> isComplete(tasks, row) ? meanRank(tasks, row, complete) : Double.NaN)
        .toArray();
  }

  private static boolean isComplete(List<BenchmarkTask> tasks, Map<String, Double> row) {
    return tasks.stream()
        .noneMatch(task -> Double.isNaN(row.getOrDefault(task.name(), Double.NaN)));
  }

  private static double meanRank(
      List<BenchmarkTask> tasks, Map<String, Double> row, List<Map<String, Double>> field) {
    double sum = 0;
    for (BenchmarkTask task : tasks) {
      double own = row.get(task.name());
      double better = 0;
      double equal = 0;
      for (Map<String, Double> other : field) {
        double score = other.get(task.name());
        better += (task.higherIsBetter() ? score > own : score < own) ? 1 : 0;
        equal += score == own ? 1 : 0;
      }
      // The row itself is among the equal ones.
      sum += better + (equal + 1) / 2;
    }
    return sum / tasks.size();
  }
}
