package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.catalogue.Benchmark;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.benchmark.Average;
import dev.hypersweep.catalogue.benchmark.BenchmarkTask;
import dev.hypersweep.catalogue.benchmark.Column;
import dev.hypersweep.catalogue.benchmark.ScoringRule;
import dev.hypersweep.catalogue.benchmark.ScoringRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a board is scored and which columns it has: the tasks that rows are ranked by, then the
 * diagnostics.
 *
 * @param columns one per dataset; those of diagnostics have the dataset of another column
 */
record BoardRule(ScoringRule rule, List<BoardColumn> columns) {

  /** Refuses two columns of one name: cells are found by it. */
  BoardRule {
    columns = List.copyOf(columns);
    if (columns.stream().map(BoardColumn::name).distinct().count() < columns.size()) {
      throw new IllegalArgumentException(rule.benchmark() + " has two tasks of one dataset");
    }
  }

  /**
   * The rule of a benchmark.
   *
   * @param known the dataset of a name, as far as it is described
   */
  static BoardRule of(Benchmark benchmark, Function<String, Optional<Dataset>> known) {
    ScoringRule rule =
        ScoringRules.of(benchmark.name())
            .orElseGet(
                () ->
                    ScoringRules.mean(
                        benchmark.name(),
                        benchmark.datasets().stream()
                            .map(name -> known.apply(name).orElseThrow())
                            .toList()));
    List<BoardColumn> columns =
        new ArrayList<>(rule.rankedTasks().stream().map(BoardColumn::counting).toList());
    for (String name : rule.diagnostics()) {
      known
          .apply(name)
          // Answers that only the makers have are scored on their site.
          .filter(dataset -> !dataset.evaluations().isEmpty())
          .ifPresent(dataset -> columns.add(BoardColumn.diagnostic(dataset)));
    }
    return new BoardRule(rule, columns);
  }

  /** Every measure that a run on a dataset must have to count, by dataset. */
  Map<String, Set<String>> measures() {
    Map<String, Set<String>> measures = new LinkedHashMap<>();
    columns.stream()
        .filter(column -> !column.diagnostic())
        .forEach(column -> add(measures, column.task()));
    for (Average average : rule.averages()) {
      average.tasks().forEach(task -> add(measures, task));
    }
    return measures;
  }

  /** Those, and the measures of diagnostics, which a run has if they were asked for. */
  Map<String, Set<String>> read() {
    Map<String, Set<String>> measures = measures();
    columns.forEach(column -> add(measures, column.task()));
    return measures;
  }

  private static void add(Map<String, Set<String>> measures, BenchmarkTask task) {
    for (Column column : task.columns()) {
      measures
          .computeIfAbsent(column.dataset(), dataset -> new LinkedHashSet<>())
          .add(column.measure());
    }
  }

  /** Catalogue names of the datasets whose runs are read, in the order of columns. */
  String[] datasets() {
    return columns.stream().map(BoardColumn::dataset).distinct().toArray(String[]::new);
  }

  /** Whether rows are ordered by their mean rank over the tasks, for want of a common unit. */
  boolean byMeanRank() {
    return rule.ranking() == ScoringRule.Ranking.MEAN_RANK;
  }

  /** What the score of a row is called. */
  String scoreName() {
    return byMeanRank() ? "mean rank" : rule.averages().get(0).name();
  }
}
