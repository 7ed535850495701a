package dev.hypersweep.orchestrator.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.catalogue.Benchmarks;
import dev.hypersweep.catalogue.benchmark.BenchmarkTask;
import dev.hypersweep.catalogue.benchmark.Column;
import dev.hypersweep.catalogue.benchmark.ScoringRules;
import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredRuns;
import dev.hypersweep.orchestrator.StoredRuns.Circumstances;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Boards of benchmarks whose makers say how they are scored. */
@QuarkusTest
class BenchmarkRulesTest extends RunningOrchestrator {

  private StoredRuns stored;

  @BeforeEach
  void rows() {
    stored = new StoredRuns(sql);
  }

  @Test
  void aTaskOfTwoMetricsScoresTheirMeanForEachSeed() throws Exception {
    long trial = stored.trial(stored.sweep(), 0, "moe", 3e-3);
    everything("glue", trial, 2, 0.5, List.of("glue/mrpc"));
    for (int seed = 0; seed < 2; seed++) {
      stored.computed(
          trial,
          "glue/mrpc",
          seed,
          Map.of(
              "f1",
              0.8 + 0.1 * seed,
              "accuracy",
              0.6 - 0.1 * seed,
              "f1/low",
              0.7,
              "f1/high",
              0.9 + 0.02 * seed),
          Circumstances.USUAL);
    }
    JsonNode board = board("glue");
    JsonNode mrpc = named(board.at("/rows/0/cells"), "dataset", "glue/mrpc");
    assertThat(mrpc.get("mean").asDouble()).isCloseTo(0.7, within(1e-15));
    // Per seed the task scores 0.7 twice: the metrics move against each other.
    assertThat(mrpc.get("sd").asDouble()).isCloseTo(0, within(1e-15));
    JsonNode f1 = mrpc.at("/metrics/0");
    assertThat(f1.get("metric").asText()).isEqualTo("f1");
    assertThat(f1.get("mean").asDouble()).isCloseTo(0.85, within(1e-15));
    assertThat(f1.get("examplesLow").asDouble()).isEqualTo(0.7);
    assertThat(f1.get("examplesHigh").asDouble()).isCloseTo(0.91, within(1e-15));
    assertThat(mrpc.at("/metrics/1/examplesLow").isNull()).isTrue();
    JsonNode column = named(board.get("datasets"), "name", "glue/mrpc");
    assertThat(column.get("task").asText()).isEqualTo("MRPC");
    assertThat(column.get("metric").asText()).isEqualTo("f1, accuracy");
    assertThat(column.get("majority").isNull()).as("what the majority scores in F1").isTrue();
    // Eight tasks at 0.5 and one at 0.7.
    assertThat(board.at("/rows/0/score").asDouble()).isCloseTo((8 * 0.5 + 0.7) / 9, within(1e-15));
    assertThat(board.at("/rows/0/rank").asInt()).isEqualTo(1);
  }

  @Test
  void bothSplitsOfMnliAreOneTask() throws Exception {
    long trial = stored.trial(stored.sweep(), 0, "moe", 3e-3);
    everything("glue", trial, 1, 0.5, List.of("glue/mnli"));
    stored.computed(
        trial,
        "glue/mnli",
        0,
        Map.of("accuracy", 0.8, "dev_mismatched/accuracy", 0.6),
        Circumstances.USUAL);
    JsonNode row = board("glue").at("/rows/0");
    assertThat(row.get("score").asDouble()).isCloseTo((8 * 0.5 + 0.7) / 9, within(1e-15));
    JsonNode bert = named(row.get("averages"), "name", "bert-paper");
    assertThat(bert.get("value").asDouble()).isCloseTo((7 * 0.5 + 0.8 + 0.6) / 9, within(1e-15));
  }

  @Test
  void aMissingDatasetIsAHoleAndThePartialMeanSaysOfWhat() throws Exception {
    long sweep = stored.sweep();
    everything("glue", stored.trial(sweep, 0, "moe", 3e-3), 2, 0.9, List.of("glue/wnli"));
    everything("glue", stored.trial(sweep, 1, "dense", 3e-3), 2, 0.5, List.of());
    JsonNode board = board("glue");
    assertThat(board.at("/rows/0/variant").asText()).isEqualTo("dense");
    JsonNode row = board.at("/rows/1");
    assertThat(row.get("score").isNull()).isTrue();
    assertThat(row.get("rank").isNull()).isTrue();
    assertThat(row.get("complete").asBoolean()).isFalse();
    JsonNode official = named(row.get("averages"), "name", "official");
    assertThat(official.get("value").isNull()).isTrue();
    assertThat(official.get("partialName").asText())
        .isEqualTo("official[8 of 9 tasks: without WNLI]");
    assertThat(official.get("partialMean").asDouble()).isCloseTo(0.9, within(1e-15));
    JsonNode without = named(row.get("averages"), "name", "without-wnli");
    assertThat(without.get("value").asDouble()).isCloseTo(0.9, within(1e-15));
    String csv = client().get("/api/v1/leaderboards/glue?format=csv").asString();
    assertThat(csv)
        .contains("official[8 of 9 tasks: without WNLI]")
        .contains(",MRPC,false,f1;accuracy,true,")
        .contains(",0.5;0.5,");
  }

  @Test
  void diagnosticsAreReadFromTheRunsOnTheDatasetThatTheyGoWithAndCountNowhere() throws Exception {
    long sweep = stored.sweep();
    long asked = stored.trial(sweep, 0, "moe", 3e-3);
    everything("superglue", asked, 2, 0.5, List.of("superglue/rte"));
    for (int seed = 0; seed < 2; seed++) {
      stored.computed(
          asked,
          "superglue/rte",
          seed,
          Map.of(
              "accuracy", 0.5,
              "superglue/ax-b/matthews", 0.1 + 0.2 * seed,
              "superglue/ax-b/matthews/low", 0.05,
              "superglue/ax-b/matthews/high", 0.4,
              "superglue/ax-g/accuracy", 0.9,
              "superglue/ax-g/gender_parity", 0.7),
          Circumstances.USUAL);
    }
    everything("superglue", stored.trial(sweep, 1, "dense", 3e-3), 2, 0.4, List.of());
    JsonNode board = board("superglue");
    JsonNode row = named(board.get("rows"), "variant", "moe");
    assertThat(row.get("score").asDouble()).isCloseTo(0.5, within(1e-15));
    JsonNode broad = named(row.get("cells"), "dataset", "superglue/ax-b");
    assertThat(broad.get("n").asInt()).isEqualTo(2);
    assertThat(broad.get("of").asInt()).isEqualTo(2);
    assertThat(broad.get("mean").asDouble()).isCloseTo(0.2, within(1e-15));
    assertThat(broad.at("/metrics/0/metric").asText()).isEqualTo("matthews");
    assertThat(broad.at("/metrics/0/examplesHigh").asDouble()).isEqualTo(0.4);
    JsonNode gender = named(row.get("cells"), "dataset", "superglue/ax-g");
    assertThat(gender.get("mean").asDouble()).isEqualTo(0.9);
    // Nobody asked the other one: it counts all the same, and no seed of it is missing.
    JsonNode other = named(board.get("rows"), "variant", "dense");
    assertThat(other.get("score").asDouble()).isCloseTo(0.4, within(1e-15));
    JsonNode hole = named(other.get("cells"), "dataset", "superglue/ax-b");
    assertThat(hole.get("n").asInt()).isZero();
    assertThat(hole.get("of").asInt()).isZero();
    JsonNode column = named(board.get("datasets"), "name", "superglue/ax-b");
    assertThat(column.get("diagnostic").asBoolean()).isTrue();
    assertThat(column.get("metric").asText()).isEqualTo("matthews");
  }

  @Test
  void aDiagnosticWhoseAnswersOnlyItsMakersHaveIsNoColumn() throws Exception {
    JsonNode names = board("glue").get("datasets");
    assertThat(names.findValuesAsText("name")).contains("glue/mnli").doesNotContain("glue/ax");
  }

  @Test
  void aResultThatLacksOneOfATasksMetricsIsNotCounted() throws Exception {
    long trial = stored.trial(stored.sweep(), 0, "moe", 3e-3);
    stored.computed(trial, "glue/mrpc", 0, Map.of("f1", 0.8), Circumstances.USUAL);
    JsonNode board = board("glue");
    assertThat(board.get("rows")).isEmpty();
    assertThat(board.at("/excluded/0/reason").asText()).contains("a metric that the board asks");
  }

  @Test
  void familiesHaveMeansAndRowsAreOrderedByMeanRank() throws Exception {
    long sweep = stored.sweep();
    List<String> variants = List.of("dense", "moe", "hypermoe");
    for (int i = 0; i < 3; i++) {
      long trial = stored.trial(sweep, i, variants.get(i), 3e-3);
      everything("hypermoe-20", trial, 1, 0.5 + 0.1 * i, List.of("wikitext-2"));
      // The lower the better: here the order is that of all others.
      stored.computed(
          trial, "wikitext-2", 0, Map.of("word_perplexity", 40.0 - 10 * i), Circumstances.USUAL);
    }
    JsonNode board = board("hypermoe-20");
    assertThat(board.get("scoreName").asText()).isEqualTo("mean rank");
    assertThat(board.get("scoreHigherIsBetter").asBoolean()).isFalse();
    List<String> order = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    board
        .get("rows")
        .forEach(
            row -> {
              order.add(row.get("variant").asText());
              scores.add(row.get("score").asDouble());
            });
    assertThat(order).containsExactly("hypermoe", "moe", "dense");
    assertThat(scores).containsExactly(1.0, 2.0, 3.0);
    JsonNode first = board.at("/rows/0");
    // Three rows: q is 2.343 (Demšar 2006, table 5a).
    double critical = 2.343 * Math.sqrt(3 * 4 / (6.0 * tasks("hypermoe-20")));
    assertThat(first.get("high").asDouble() - first.get("low").asDouble())
        .isCloseTo(critical, within(1e-3));
    assertThat(first.get("tiedWith")).isEmpty();
    JsonNode perplexity = named(first.get("averages"), "name", "language-modelling");
    assertThat(perplexity.get("value").asDouble()).isEqualTo(20);
    JsonNode family = named(board.get("averages"), "name", "language-modelling");
    assertThat(family.get("higherIsBetter").asBoolean()).isFalse();
  }

  @Test
  void mostlyEqualRowsAreTiedByNemenyisTest() throws Exception {
    long sweep = stored.sweep();
    everything("hypermoe-20", stored.trial(sweep, 0, "moe", 3e-3), 1, 0.5, List.of("xsum"));
    everything("hypermoe-20", stored.trial(sweep, 1, "dense", 3e-3), 1, 0.5, List.of("xsum"));
    stored.computed(
        sql.number("select min(id) from trial"),
        "xsum",
        0,
        Map.of("rouge2", 0.2),
        Circumstances.USUAL);
    stored.computed(
        sql.number("select max(id) from trial"),
        "xsum",
        0,
        Map.of("rouge2", 0.1),
        Circumstances.USUAL);
    JsonNode board = board("hypermoe-20");
    assertThat(board.at("/rows/0/variant").asText()).isEqualTo("moe");
    assertThat(board.at("/rows/0/tiedWith/0").asText()).isEqualTo("dense");
    assertThat(board.at("/rows/0/score").asDouble())
        .isCloseTo(1.5 - 0.5 / tasks("hypermoe-20"), within(1e-12));
  }

  @Test
  void theBoardOfASweepShowsWhatThatSweepVaried() throws Exception {
    long first = stored.sweep();
    everything("wordnet", stored.trial(first, 0, "moe", 3e-3), 2, 0.5, List.of());
    long second = stored.sweep();
    long again = stored.trial(second, 0, "moe", 3e-3);
    sql.update("update trial set parameters = '{\"steps\": 400}' where id = ?", again);
    String board = "/api/v1/leaderboards/wordnet?rows=all";
    assertThat(parameters(board)).containsOnlyKeys("learning_rate", "steps");
    assertThat(parameters(board + "&sweep=" + first)).containsOnlyKeys("learning_rate");
    assertThat(parameters(board + "&sweep=" + second)).containsOnlyKeys("steps");
  }

  private Map<String, Object> parameters(String path) {
    return client().get(path).path("rows[0].parameters");
  }

  private static int tasks(String benchmark) {
    return ScoringRules.of(benchmark).orElseThrow().rankedTasks().size();
  }

  /** A result on every dataset that counts, each metric of the same value. */
  private void everything(
      String benchmark, long trial, int seeds, double value, List<String> without) {
    Map<String, Map<String, Double>> results = new TreeMap<>();
    ScoringRules.of(benchmark)
        .ifPresent(
            rule -> {
              for (BenchmarkTask task : rule.rankedTasks()) {
                for (Column column : task.columns()) {
                  results
                      .computeIfAbsent(column.dataset(), dataset -> new TreeMap<>())
                      .put(column.measure(), value);
                }
              }
            });
    for (String dataset : Benchmarks.named(benchmark).orElseThrow().datasets()) {
      for (int seed = 0; seed < seeds && !without.contains(dataset); seed++) {
        stored.computed(
            trial,
            dataset,
            seed,
            results.getOrDefault(dataset, Map.of(StoredRuns.metric(dataset), value)),
            Circumstances.USUAL);
      }
    }
  }

  private JsonNode board(String name) throws Exception {
    return mapper.readTree(client().get("/api/v1/leaderboards/" + name + "?rows=all").asString());
  }

  private static JsonNode named(JsonNode list, String field, String value) {
    for (JsonNode one : list) {
      if (one.get(field).asText().equals(value)) {
        return one;
      }
    }
    throw new AssertionError("no " + value + " in " + list);
  }
}
