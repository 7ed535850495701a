package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.orchestrator.leaderboard.Leaderboard.AverageValue;
import dev.hypersweep.orchestrator.leaderboard.Leaderboard.Cell;
import dev.hypersweep.statistics.Estimate;
import java.util.List;
import java.util.Map;

/**
 * A row before it is ranked.
 *
 * @param score oriented so that higher is better; null if a dataset that counts has no result
 * @param taskScores means over seeds of the tasks that count, by task; those that have a result
 * @param averages every average of the rule
 */
record BoardRow(
    String variant,
    String configuration,
    Estimate score,
    Map<String, Double> taskScores,
    List<AverageValue> averages,
    Long parameters,
    Long activeParameters,
    Double trainSeconds,
    List<Cell> cells) {

  boolean complete() {
    return score != null;
  }

  /** The same row with another score. */
  BoardRow scored(Estimate other) {
    return new BoardRow(
        variant,
        configuration,
        other,
        taskScores,
        averages,
        parameters,
        activeParameters,
        trainSeconds,
        cells);
  }

  /** Datasets that have a result. */
  long filled() {
    return cells.stream().filter(cell -> cell.n() > 0).count();
  }

  /** Runs counted. */
  int runs() {
    return cells.stream().mapToInt(Cell::n).sum();
  }
}
