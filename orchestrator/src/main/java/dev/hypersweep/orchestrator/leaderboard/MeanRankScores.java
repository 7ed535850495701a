package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.catalogue.benchmark.BenchmarkTask;
import dev.hypersweep.catalogue.benchmark.MeanRanks;
import dev.hypersweep.statistics.Differences;
import dev.hypersweep.statistics.Estimate;
import dev.hypersweep.statistics.nonparametric.Friedman;
import dev.hypersweep.statistics.nonparametric.Nemenyi;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores and ties of rows whose tasks have no unit in common: mean ranks over the tasks, compared
 * by Nemenyi's test (Demšar 2006). What varies there is the task, not the seed.
 */
final class MeanRankScores {

  private MeanRankScores() {}

  /** The rows with their mean rank among each other as score, its sign turned. */
  static List<BoardRow> scored(List<BenchmarkTask> tasks, List<BoardRow> rows) {
    double[] ranks = MeanRanks.of(tasks, rows.stream().map(BoardRow::taskScores).toList());
    return IntStream.range(0, rows.size())
        .mapToObj(
            i ->
                rows.get(i)
                    .scored(Double.isNaN(ranks[i]) ? null : new Estimate(-ranks[i], Double.NaN, 0)))
        .toList();
  }

  /** What rows are told apart by. */
  static Differences differences(List<BenchmarkTask> tasks, List<BoardRow> complete, double level) {
    List<Estimate> scores = complete.stream().map(BoardRow::score).toList();
    return Differences.decided(
        scores,
        complete.isEmpty() ? new boolean[0][] : nemenyi(tasks, complete, level).different());
  }

  /**
   * Mean ranks further apart than this differ; NaN below two rows.
   *
   * @param complete rows, all with every task
   */
  static double criticalDifference(
      List<BenchmarkTask> tasks, List<BoardRow> complete, double level) {
    return complete.size() < 2 ? Double.NaN : nemenyi(tasks, complete, level).criticalDifference();
  }

  private static Nemenyi nemenyi(List<BenchmarkTask> tasks, List<BoardRow> complete, double level) {
    double[][] scores = new double[tasks.size()][complete.size()];
    for (int task = 0; task < tasks.size(); task++) {
      int sign = tasks.get(task).higherIsBetter() ? 1 : -1;
      for (int row = 0; row < complete.size(); row++) {
        scores[task][row] = sign * complete.get(row).taskScores().get(tasks.get(task).name());
      }
    }
    return Nemenyi.of(Friedman.of(scores, true), level);
  }
}
