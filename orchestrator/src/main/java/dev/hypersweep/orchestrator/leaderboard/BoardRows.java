package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.orchestrator.leaderboard.Leaderboard.Cell;
import dev.hypersweep.statistics.Estimate;
import dev.hypersweep.statistics.Sample;
import dev.hypersweep.statistics.StratifiedMean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Rows of counted results: one per configuration that has a result or a failed seed, a cell per
 * column, holes included. The score is that of the rule's first average.
 */
final class BoardRows {

  private final BoardRule rule;
  private final BoardCells cells;
  private final RowAverages averages;

  BoardRows(BoardRule rule, double confidence) {
    this.rule = rule;
    cells = new BoardCells(confidence);
    averages = new RowAverages(rule.rule(), confidence);
  }

  /** Rows by variant and configuration hash, every configuration its own. */
  List<BoardRow> of(List<StoredResult> counted, List<AskedCell> asked) {
    record Place(String configuration, String dataset) {}
    Map<Row, List<StoredResult>> rows = new TreeMap<>();
    Map<Place, AskedCell> places = new HashMap<>();
    for (StoredResult result : counted) {
      rows.computeIfAbsent(
              new Row(result.variant(), result.configuration()), row -> new ArrayList<>())
          .add(result);
    }
    for (AskedCell cell : asked) {
      places.put(new Place(cell.configuration(), cell.dataset()), cell);
      if (!cell.failedSeeds().isEmpty()) {
        rows.computeIfAbsent(
            new Row(cell.variant(), cell.configuration()), row -> new ArrayList<>());
      }
    }
    List<BoardRow> result = new ArrayList<>();
    rows.forEach(
        (row, results) ->
            result.add(
                row(
                    row,
                    results,
                    rule.columns().stream()
                        .map(column -> places.get(new Place(row.configuration, column.dataset())))
                        .toList())));
    return result;
  }

  private BoardRow row(Row row, List<StoredResult> results, List<AskedCell> asked) {
    Map<String, List<StoredResult>> byDataset = new HashMap<>();
    results.stream()
        .sorted(Comparator.comparing(StoredResult::seed))
        .forEach(
            result ->
                byDataset.computeIfAbsent(result.dataset(), key -> new ArrayList<>()).add(result));
    List<Cell> made = new ArrayList<>();
    List<Sample> oriented = new ArrayList<>();
    Map<String, Double> taskScores = new LinkedHashMap<>();
    boolean complete = true;
    for (int i = 0; i < rule.columns().size(); i++) {
      BoardColumn column = rule.columns().get(i);
      List<StoredResult> here = byDataset.getOrDefault(column.dataset(), List.of());
      if (column.diagnostic()) {
        made.add(diagnostic(column, here, asked.get(i)));
        continue;
      }
      Cell cell = cells.of(column, here, asked.get(i));
      made.add(cell);
      complete &= cell.n() > 0;
      if (cell.n() > 0) {
        int sign = column.task().higherIsBetter() ? 1 : -1;
        oriented.add(
            Sample.of(
                here.stream().mapToDouble(one -> sign * column.score(one.readings())).toArray()));
        taskScores.put(column.task().name(), cell.mean());
      }
    }
    Estimate score = complete ? StratifiedMean.of(oriented) : null;
    return new BoardRow(
        row.variant,
        row.configuration,
        score,
        taskScores,
        averages.of(byDataset),
        most(results.stream().map(StoredResult::parameters).toList()),
        most(results.stream().map(StoredResult::activeParameters).toList()),
        mean(results.stream().map(StoredResult::trainSeconds).toList()),
        List.copyOf(made));
  }

  /** Whether a diagnostic is asked for is part of the configuration: of one run, or of all. */
  private Cell diagnostic(BoardColumn column, List<StoredResult> results, AskedCell asked) {
    List<StoredResult> scored = results.stream().filter(column::scored).toList();
    return cells.of(column, scored, scored.isEmpty() ? null : asked);
  }

  private static Long most(List<Long> counts) {
    return counts.stream().filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
  }

  private static Double mean(List<Double> seconds) {
    double[] known =
        seconds.stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
    return known.length == 0 ? null : Sample.of(known).mean();
  }

  private record Row(String variant, String configuration) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      int byVariant = variant.compareTo(other.variant);
      return byVariant != 0 ? byVariant : configuration.compareTo(other.configuration);
    }
  }
}
