package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.orchestrator.leaderboard.Leaderboard.Cell;
import dev.hypersweep.orchestrator.leaderboard.Leaderboard.CellMetric;
import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Cells: a configuration on a task. Its number is computed for each seed, then over the seeds; each
 * metric of the task stands below it in the same way.
 */
final class BoardCells {

  private final double confidence;

  BoardCells(double confidence) {
    this.confidence = confidence;
  }

  /**
   * A cell.
   *
   * @param results by seed
   * @param asked null if nothing was
   */
  Cell of(BoardColumn column, List<StoredResult> results, AskedCell asked) {
    Set<Long> failed = new HashSet<>(asked == null ? Set.of() : asked.failedSeeds());
    results.forEach(result -> failed.remove(result.seed()));
    int of = asked == null ? results.size() : asked.seeds();
    if (results.isEmpty()) {
      return new Cell(
          column.name(), 0, of, failed.size(), null, null, null, null, List.of(), List.of());
    }
    Sample sample =
        Sample.of(
            results.stream().mapToDouble(result -> column.score(result.readings())).toArray());
    Interval interval = sample.estimate().interval(confidence).orElse(null);
    return new Cell(
        column.name(),
        sample.n(),
        of,
        failed.size(),
        sample.mean(),
        deviation(sample),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        results.stream().map(StoredResult::runId).toList(),
        column.task().columns().stream()
            .map(measured -> metric(column.shown(measured), measured.measure(), results))
            .toList());
  }

  private CellMetric metric(String shown, String measure, List<StoredResult> results) {
    List<Reading> readings =
        results.stream().map(result -> result.readings().get(measure)).toList();
    Sample sample = Sample.of(readings.stream().mapToDouble(Reading::value).toArray());
    Interval interval = sample.estimate().interval(confidence).orElse(null);
    return new CellMetric(
        shown,
        sample.mean(),
        deviation(sample),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        mean(readings, Reading::low),
        mean(readings, Reading::high));
  }

  private static Double deviation(Sample sample) {
    return sample.n() < 2 ? null : sample.standardDeviation();
  }

  /** Null unless every run has it: a mean over some of them would be that of other runs. */
  private static Double mean(List<Reading> readings, Function<Reading, Double> end) {
    List<Double> ends = readings.stream().map(end).filter(Objects::nonNull).toList();
    return ends.size() < readings.size()
        ? null
        : Sample.of(ends.stream().mapToDouble(Double::doubleValue).toArray()).mean();
  }
}
