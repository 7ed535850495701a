package dev.hypersweep.orchestrator.leaderboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hypersweep.catalogue.Benchmark;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.catalogue.benchmark.Average;
import dev.hypersweep.catalogue.benchmark.BenchmarkTask;
import dev.hypersweep.catalogue.benchmark.ScoringRules;
import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.leaderboard.Leaderboard.Column;
import dev.hypersweep.orchestrator.leaderboard.Leaderboard.Protocol;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes boards. Each is computed from raw rows of one snapshot of the database, four statements
 * whatever its size; nothing is kept between requests, so nothing can be out of date.
 */
@ApplicationScoped
public class Leaderboards {

  /** Of every interval on a board; tests use the level 1 - confidence. */
  static final double CONFIDENCE = 0.95;

  private static final String HOLES =
      "a dataset without any result is a hole, and a row with a hole has no score and no rank";

  private static final String MEAN =
      "score: mean over the datasets of the mean metric over the seeds that have a result, a metric"
          + " where lower is better entering with its sign turned; "
          + HOLES;

  private static final String TASKS =
      "score: mean over the tasks of a task's mean over the seeds that have a result; a task of"
          + " several metrics scores their mean, for each seed; diagnostics do not count; "
          + HOLES;

  private static final String MEAN_RANK =
      "score: mean rank over the tasks, 1 is best, among the complete rows shown; a task of several"
          + " metrics scores their mean, for each seed, then the mean over seeds; rows differ where"
          + " their mean ranks are further apart than Nemenyi's critical difference, half of which"
          + " stands to each side as the interval; families have means of their own and are never"
          + " averaged with each other; "
          + HOLES;

  @Inject AnnouncedDatasets announced;
  @Inject ResultRows source;
  @Inject BoardVersion versions;
  @Inject Transactions transactions;
  @Inject ObjectMapper mapper;

  /** Which rows a board shows: one per variant, or every configuration. */
  public enum Rows {
    BEST,
    ALL
  }

  /** A board, and the version of the rows that it was made of. */
  public record Made(Leaderboard board, String version) {}

  /** The version of the board that {@link #made} would make now: cheap, unlike the board. */
  public String version(Benchmark benchmark) {
    return versions.of(rule(benchmark).datasets());
  }

  private BoardRule rule(Benchmark benchmark) {
    return BoardRule.of(benchmark, announced::named);
  }

  /** The board of a benchmark, with its version, of one snapshot of the database. */
  public Made made(Benchmark benchmark, String protocol, Rows shown) {
    return made(benchmark, protocol, shown, null);
  }

  /**
   * The same board with the rows of one sweep's configurations alone, compared and corrected among
   * themselves. A configuration has the same runs in it, whichever sweep asked for them.
   *
   * @param sweep number of a sweep, or null for the rows of all
   */
  public Made made(Benchmark benchmark, String protocol, Rows shown, Long sweep) {
    return transactions.run(
        () -> {
          source.snapshot();
          return new Made(build(benchmark, protocol, shown, sweep), version(benchmark));
        });
  }

  /** Whether a sweep of that number has trials. */
  public boolean hasSweep(long sweep) {
    return !source.configurations(sweep).isEmpty();
  }

  /**
   * The board of a benchmark.
   *
   * @param protocol evaluation protocol to show, or null for that of the newest result
   */
  public Leaderboard of(Benchmark benchmark, String protocol, Rows shown) {
    return made(benchmark, protocol, shown).board();
  }

  private Leaderboard build(Benchmark benchmark, String protocol, Rows shown, Long sweep) {
    BoardRule rule = rule(benchmark);
    Map<String, Set<String>> measures = rule.measures();
    Selection selection = Selection.of(source.results(rule.read()), measures, protocol);
    List<BoardRow> all =
        new BoardRows(rule, CONFIDENCE).of(selection.counted(), source.asked(rule.datasets()));
    if (sweep != null) {
      Set<String> own = source.configurations(sweep);
      all = all.stream().filter(row -> own.contains(row.configuration())).toList();
    }
    List<BoardRow> ranked = scored(rule, all);
    List<BoardRow> rows = shown == Rows.ALL ? ranked : scored(rule, BestRows.of(ranked));
    Map<Long, JsonNode> manifests = manifests(selection);
    return new Leaderboard(
        benchmark.name(),
        benchmark.title(),
        rule.columns().stream()
            .map(column -> column(column, selection.shown().get(column.dataset()), manifests))
            .toList(),
        rule.scoreName(),
        !rule.byMeanRank(),
        rule.rule().averages().stream().map(Leaderboards::average).toList(),
        selection.protocol(),
        selection.protocols().stream()
            .map(newest -> protocol(newest, selection.results(), manifests))
            .toList(),
        Ranking.of(rule, rows, parameters(rows, sweep), CONFIDENCE),
        selection.excluded(),
        words(benchmark, rule),
        rule.rule().note().isEmpty() ? null : rule.rule().note(),
        CONFIDENCE,
        selection.counted().stream()
            .map(StoredResult::createdAt)
            .max(Instant::compareTo)
            .orElse(null));
  }

  private static List<BoardRow> scored(BoardRule rule, List<BoardRow> rows) {
    return rule.byMeanRank() ? MeanRankScores.scored(rule.rule().rankedTasks(), rows) : rows;
  }

  private static String words(Benchmark benchmark, BoardRule rule) {
    if (rule.byMeanRank()) {
      return MEAN_RANK;
    }
    return ScoringRules.of(benchmark.name()).isPresent() ? TASKS : MEAN;
  }

  private static Leaderboard.Average average(Average average) {
    return new Leaderboard.Average(
        average.name(),
        average.title(),
        average.tasks().stream().map(BenchmarkTask::name).toList(),
        RowAverages.higherIsBetter(average));
  }

  private static Column column(
      BoardColumn column, StoredResult newest, Map<Long, JsonNode> manifests) {
    // What a manifest says is of the dataset that the run trained on.
    JsonNode info =
        column.diagnostic()
            ? MissingNode.getInstance()
            : manifest(newest, manifests).path("dataset");
    return new Column(
        column.name(),
        column.task().name(),
        String.join(", ", column.shown()),
        column.shown(),
        column.task().higherIsBetter(),
        column.diagnostic(),
        majority(column, info),
        whole(info.path("evaluationExamples")),
        newest == null ? null : newest.comparabilityClass());
  }

  /** What the majority class scores, where the score is accuracy. */
  private static Double majority(BoardColumn column, JsonNode info) {
    JsonNode share = info.path("majority");
    boolean accuracy = column.shown().equals(List.of(Metric.ACCURACY.metricName()));
    return accuracy && share.isNumber() ? (Double) share.doubleValue() : null;
  }

  private static Protocol protocol(
      StoredResult newest, Map<String, Integer> results, Map<Long, JsonNode> manifests) {
    JsonNode comparability = manifest(newest, manifests).path("comparability");
    return new Protocol(
        newest.evaluationProtocol(),
        results.get(newest.evaluationProtocol()),
        newest.createdAt(),
        comparability.path("preprocessing").asText(null),
        whole(comparability.path("evaluationBatch")));
  }

  private static JsonNode manifest(StoredResult result, Map<Long, JsonNode> manifests) {
    JsonNode missing = MissingNode.getInstance();
    return result == null ? missing : manifests.getOrDefault(result.runId(), missing);
  }

  private static Integer whole(JsonNode number) {
    return number.isInt() ? (Integer) number.intValue() : null;
  }

  /** One manifest per protocol and per column; a text that is no JSON any more tells nothing. */
  private Map<Long, JsonNode> manifests(Selection selection) {
    Set<Long> runs = new HashSet<>();
    selection.protocols().forEach(result -> runs.add(result.runId()));
    selection.shown().values().forEach(result -> runs.add(result.runId()));
    Map<Long, JsonNode> manifests = new HashMap<>();
    for (Map.Entry<Long, String> text : source.manifests(runs).entrySet()) {
      try {
        manifests.put(text.getKey(), mapper.readTree(text.getValue()));
      } catch (JsonProcessingException e) {
        continue;
      }
    }
    return manifests;
  }

  /** Several trials may lead to one configuration: what any of them varied, or of one sweep's. */
  private Map<String, SortedMap<String, Object>> parameters(List<BoardRow> rows, Long sweep) {
    List<String> configurations = rows.stream().map(BoardRow::configuration).toList();
    Map<String, SortedMap<String, Object>> parameters = new HashMap<>();
    for (Map.Entry<String, List<String>> found :
        source.parameters(configurations, sweep).entrySet()) {
      SortedMap<String, Object> union = new TreeMap<>();
      for (String text : found.getValue()) {
        try {
          union.putAll(mapper.readValue(text, new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException e) {
          throw new IllegalStateException("trial.parameters is no JSON object: " + text, e);
        }
      }
      parameters.put(found.getKey(), union);
    }
    return parameters;
  }
}
