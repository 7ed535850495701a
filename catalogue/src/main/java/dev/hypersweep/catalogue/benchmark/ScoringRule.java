package dev.hypersweep.catalogue.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a benchmark's makers score it.
 *
 * @param benchmark its name
 * @param ranking what rows are ordered by
 * @param averages those in use, the makers' own first; families of tasks where one mean over all
 *     would mix units
 * @param diagnostics datasets that are reported and never averaged
 * @param note where the rule is from, and what of it is only inferred
 */
public record ScoringRule(
    String benchmark,
    Ranking ranking,
    List<Average> averages,
    List<String> diagnostics,
    String note) {

  /** What orders the rows of a leaderboard. */
  public enum Ranking {
    /** The first average. */
    FIRST_AVERAGE,
    /** The mean rank over the tasks of all averages, see {@link MeanRanks}. */
    MEAN_RANK
  }

  /** Copies the lists. */
  public ScoringRule {
    averages = List.copyOf(averages);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The average of that name. */
  public Average average(String name) {
    return averages.stream()
        .filter(average -> average.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no average '%s'; it has %s"
                        .formatted(
                            benchmark, name, averages.stream().map(Average::name).toList())));
  }

  /** Every task that rows are ranked by, in the order of columns. */
  public List<BenchmarkTask> rankedTasks() {
    Stream<Average> ranked =
        ranking == Ranking.MEAN_RANK ? averages.stream() : averages.stream().limit(1);
    return ranked.flatMap(average -> average.tasks().stream()).toList();
  }

  /** Datasets that count, in the order of columns, without the diagnostics. */
  public List<String> datasets() {
    return rankedTasks().stream()
        .flatMap(task -> task.columns().stream())
        .map(Column::dataset)
        .distinct()
        .toList();
  }
}
