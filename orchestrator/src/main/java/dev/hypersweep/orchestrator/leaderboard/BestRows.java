package dev.hypersweep.orchestrator.leaderboard;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * One row per variant: its best complete configuration by score; where none is complete, the
 * fullest (most datasets, then most runs). Further ties go to the smaller configuration hash.
 */
final class BestRows {

  private static final Comparator<BoardRow> WORST_FIRST =
      Comparator.comparing(BoardRow::complete)
          .thenComparingDouble(row -> row.complete() ? row.score().value() : 0)
          .thenComparing(BoardRow::filled)
          .thenComparing(BoardRow::runs)
          .thenComparing(Comparator.comparing(BoardRow::configuration).reversed());

  private BestRows() {}

  static List<BoardRow> of(List<BoardRow> rows) {
    TreeMap<String, BoardRow> best = new TreeMap<>();
    rows.forEach(row -> best.merge(row.variant(), row, BinaryOperator.maxBy(WORST_FIRST)));
    return List.copyOf(best.values());
  }
}
