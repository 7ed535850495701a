package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.orchestrator.leaderboard.Leaderboard.Cell;
import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.Sample;
import dev.hypersweep.statistics.StratifiedMean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rows of counted results: one per configuration that has a result or a failed seed, a cell per
 * dataset, holes included.
 */
final class BoardRows {

  private final List<Dataset> datasets;
  private final double confidence;

  BoardRows(List<Dataset> datasets, double confidence) {
    this.datasets = datasets;
    this.confidence = confidence;
  }

  /** Rows by variant and configuration hash, every configuration its own. */
  List<BoardRow> of(List<StoredResult> counted, List<AskedCell> asked) {
    record Place(String configuration, String dataset) {}
    Map<Row, List<StoredResult>> rows = new TreeMap<>();
    Map<Place, AskedCell> cells = new HashMap<>();
    for (StoredResult result : counted) {
      rows.computeIfAbsent(
              new Row(result.variant(), result.configuration()), row -> new ArrayList<>())
          .add(result);
    }
    for (AskedCell cell : asked) {
      cells.put(new Place(cell.configuration(), cell.dataset()), cell);
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
                    datasets.stream()
                        .map(dataset -> cells.get(new Place(row.configuration, dataset.name())))
                        .toList())));
    return result;
  }

  private BoardRow row(Row row, List<StoredResult> results, List<AskedCell> asked) {
    List<Cell> cells = new ArrayList<>();
    List<Sample> oriented = new ArrayList<>();
    for (int column = 0; column < datasets.size(); column++) {
      Dataset dataset = datasets.get(column);
      List<StoredResult> here =
          results.stream()
              .filter(result -> result.dataset().equals(dataset.name()))
              .sorted(Comparator.comparing(StoredResult::seed))
              .toList();
      cells.add(cell(dataset, here, asked.get(column)));
      if (!here.isEmpty()) {
        int sign = dataset.metric().higherIsBetter() ? 1 : -1;
        oriented.add(
            Sample.of(here.stream().mapToDouble(result -> sign * result.value()).toArray()));
      }
    }
    return new BoardRow(
        row.variant,
        row.configuration,
        oriented.size() == datasets.size() ? StratifiedMean.of(oriented) : null,
        most(results.stream().map(StoredResult::parameters).toList()),
        most(results.stream().map(StoredResult::activeParameters).toList()),
        mean(results.stream().map(StoredResult::trainSeconds).toList()),
        List.copyOf(cells));
  }

  private Cell cell(Dataset dataset, List<StoredResult> results, AskedCell asked) {
    Set<Long> failed = new HashSet<>(asked == null ? Set.of() : asked.failedSeeds());
    results.forEach(result -> failed.remove(result.seed()));
    int of = asked == null ? results.size() : asked.seeds();
    if (results.isEmpty()) {
      return new Cell(dataset.name(), 0, of, failed.size(), null, null, null, null, List.of());
    }
    Sample sample = Sample.of(results.stream().mapToDouble(StoredResult::value).toArray());
    Interval interval = sample.estimate().interval(confidence).orElse(null);
    return new Cell(
        dataset.name(),
        sample.n(),
        of,
        failed.size(),
        sample.mean(),
        sample.n() < 2 ? null : sample.standardDeviation(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        results.stream().map(StoredResult::runId).toList());
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
