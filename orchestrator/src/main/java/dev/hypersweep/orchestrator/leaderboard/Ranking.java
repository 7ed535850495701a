package dev.hypersweep.orchestrator.leaderboard;

import dev.hypersweep.orchestrator.leaderboard.Leaderboard.Row;
import dev.hypersweep.statistics.Differences;
import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.RankIntervals;
import dev.hypersweep.statistics.RankIntervals.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rows in rank order. Complete rows are compared pairwise: by Welch's test in its stratified form,
 * corrected by Holm over all pairs, or, where rows are ordered by their mean rank, by Nemenyi's
 * test. Incomplete rows stand behind them without rank, the fullest first.
 */
final class Ranking {

  private static final Comparator<BoardRow> FULLEST_FIRST =
      Comparator.comparing(BoardRow::filled)
          .thenComparing(BoardRow::runs)
          .reversed()
          .thenComparing(BoardRow::variant)
          .thenComparing(BoardRow::configuration);

  private final BoardRule rule;
  private final double confidence;
  private final Map<String, Long> rowsOfVariant;
  private final Map<String, SortedMap<String, Object>> parameters;

  private Ranking(
      BoardRule rule,
      List<BoardRow> rows,
      Map<String, SortedMap<String, Object>> parameters,
      double confidence) {
    this.rule = rule;
    this.confidence = confidence;
    this.parameters = parameters;
    rowsOfVariant =
        rows.stream().collect(Collectors.groupingBy(BoardRow::variant, Collectors.counting()));
  }

  /**
   * Ranks.
   *
   * @param parameters by configuration hash
   */
  static List<Row> of(
      BoardRule rule,
      List<BoardRow> rows,
      Map<String, SortedMap<String, Object>> parameters,
      double confidence) {
    return new Ranking(rule, rows, parameters, confidence).ranked(rows);
  }

  private List<Row> ranked(List<BoardRow> rows) {
    List<BoardRow> complete = rows.stream().filter(BoardRow::complete).toList();
    List<Row> result = new ArrayList<>();
    Differences field = differences(complete);
    double critical =
        rule.byMeanRank()
            ? MeanRankScores.criticalDifference(rule.rule().rankedTasks(), complete, 1 - confidence)
            : Double.NaN;
    for (Place place : RankIntervals.of(field)) {
      List<String> tied =
          place.tiedWith().stream().map(other -> label(complete.get(other))).toList();
      result.add(row(complete.get(place.row()), place, tied, critical));
    }
    rows.stream()
        .filter(row -> !row.complete())
        .sorted(FULLEST_FIRST)
        .forEach(row -> result.add(row(row, null, List.of(), critical)));
    return List.copyOf(result);
  }

  private Differences differences(List<BoardRow> complete) {
    return rule.byMeanRank()
        ? MeanRankScores.differences(rule.rule().rankedTasks(), complete, 1 - confidence)
        : new Differences(complete.stream().map(BoardRow::score).toList(), 1 - confidence);
  }

  private Interval interval(BoardRow row, double critical) {
    if (!row.complete()) {
      return null;
    }
    if (!rule.byMeanRank()) {
      return row.score().interval(confidence).orElse(null);
    }
    double rank = -row.score().value();
    return Double.isNaN(critical) ? null : new Interval(rank - critical / 2, rank + critical / 2);
  }

  private Double score(BoardRow row) {
    if (!row.complete()) {
      return null;
    }
    return rule.byMeanRank() ? -row.score().value() : row.score().value();
  }

  private Row row(BoardRow row, Place place, List<String> tied, double critical) {
    Interval interval = interval(row, critical);
    return new Row(
        place == null ? null : place.rank(),
        place == null ? null : place.rankLow(),
        place == null ? null : place.rankHigh(),
        place == null ? null : place.tieGroup(),
        tied,
        row.variant(),
        row.configuration(),
        parameters.getOrDefault(row.configuration(), new TreeMap<>()),
        score(row),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        row.complete(),
        row.averages(),
        row.parameters(),
        row.activeParameters(),
        row.trainSeconds(),
        row.cells());
  }

  private String label(BoardRow row) {
    boolean alone = rowsOfVariant.get(row.variant()) == 1;
    String hash = row.configuration();
    return alone
        ? row.variant()
        : row.variant() + " " + hash.substring(0, Math.min(8, hash.length()));
  }
}
