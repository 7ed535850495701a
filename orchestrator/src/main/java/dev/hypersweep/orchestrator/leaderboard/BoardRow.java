package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.orchestrator.leaderboard.Leaderboard.Cell;
import dev.hypersweep.statistics.Estimate;
import java.util.List;

/**
 * A row before it is ranked.
 *
 * @param score oriented so that higher is better; null if a dataset has no result
 */
record BoardRow(
    String variant,
    String configuration,
    Estimate score,
    Long parameters,
    Long activeParameters,
    Double trainSeconds,
    List<Cell> cells) {

  boolean complete() {
    return score != null;
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
