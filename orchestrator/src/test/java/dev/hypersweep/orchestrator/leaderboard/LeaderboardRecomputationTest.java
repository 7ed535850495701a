package dev.hypersweep.orchestrator.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredRuns;
import dev.hypersweep.orchestrator.StoredRuns.Circumstances;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What REST answers, against a recomputation from raw rows that shares no code with it. */
@QuarkusTest
class LeaderboardRecomputationTest extends RunningOrchestrator {

  private static final String NOUN = "wordnet/noun-supersense";
  private static final String VERB = "wordnet/verb-supersense";
  private static final List<String> DATASETS = List.of(NOUN, VERB);
  private static final List<String> VARIANTS = List.of("dense", "moe", "moe-share", "hypermoe");

  private record Raw(
      long id, String kind, String hash, String dataset, long seed, String state, Double value) {}

  private StoredRuns stored;
  private final Map<String, Long> trials = new TreeMap<>();

  @BeforeEach
  void aSweepWithEverythingThatCanGoWrong() {
    stored = new StoredRuns(sql);
    Random random = new Random(5);
    Circumstances usual = Circumstances.USUAL;
    long old = stored.sweep();
    long oldTrial = stored.trial(old, 0, "dense", 3e-3);
    stored.computed(oldTrial, NOUN, 0, 0.99, usual.trainer("trainer-0"));
    long sweep = stored.sweep();
    int number = 0;
    long dense = 0;
    for (String variant : VARIANTS) {
      for (double rate : variant.equals("moe") ? new double[] {3e-3, 1e-3} : new double[] {3e-3}) {
        long trial = stored.trial(sweep, number++, variant, rate);
        trials.put(variant + " " + rate, trial);
        for (String dataset : DATASETS) {
          for (long seed = 0; seed < 3; seed++) {
            String place = variant + " " + rate + " " + dataset + " " + seed;
            double value = 0.3 + 0.1 * number + 0.02 * random.nextGaussian();
            switch (place) {
              case "moe 0.003 " + VERB + " 2" -> stored.run(trial, dataset, seed, "WAITING");
              case "dense 0.003 " + NOUN + " 1" -> stored.run(trial, dataset, seed, "FAILED");
              case "hypermoe 0.003 " + VERB + " 0" ->
                  stored.computed(trial, dataset, seed, 0.01, usual.data("data-0"));
              default -> {
                if (variant.equals("moe-share") && dataset.equals(VERB)) {
                  stored.run(trial, dataset, seed, "HELD");
                } else {
                  long run = stored.computed(trial, dataset, seed, value, usual);
                  dense = dense == 0 ? run : dense;
                }
              }
            }
          }
        }
      }
    }
    long again = stored.trial(stored.sweep(), 0, "dense", 3e-3);
    stored.reused(again, NOUN, 0, dense);
    stored.run(again, NOUN, 3, "CANCELLED");
    stored.audited(trials.get("hypermoe 0.003"), NOUN, 0, 0.9, usual);
    stored.computed(again, VERB, 0, 0.97, usual.device("cpu avx512"));
  }

  @Test
  void everyNumberEqualsTheRecomputation() throws Exception {
    JsonNode board =
        mapper.readTree(client().get("/api/v1/leaderboards/wordnet?rows=all").asString());
    Map<String, JsonNode> rows = new TreeMap<>();
    board.get("rows").forEach(row -> rows.put(row.get("configurationHash").asText(), row));
    List<Raw> raws = raw();
    assertThat(rows.keySet()).isEqualTo(new HashSet<>(raws.stream().map(Raw::hash).toList()));

    Map<String, Double> scores = new TreeMap<>();
    for (Map.Entry<String, JsonNode> row : rows.entrySet()) {
      List<Raw> mine = raws.stream().filter(raw -> raw.hash.equals(row.getKey())).toList();
      double score = 0;
      double error = 0;
      double weights = 0;
      boolean hole = false;
      for (int column = 0; column < 2; column++) {
        String dataset = DATASETS.get(column);
        List<Raw> asked = mine.stream().filter(raw -> raw.dataset.equals(dataset)).toList();
        List<Raw> counted =
            asked.stream()
                .filter(raw -> raw.value != null)
                .sorted(Comparator.comparing(Raw::seed))
                .toList();
        JsonNode cell = row.getValue().get("cells").get(column);
        int n = counted.size();
        assertThat(cell.get("dataset").asText()).isEqualTo(dataset);
        assertThat(cell.get("n").asInt()).isEqualTo(n);
        assertThat(cell.get("of").asLong())
            .isEqualTo(asked.stream().map(Raw::seed).distinct().count());
        assertThat(cell.get("failed").asLong())
            .isEqualTo(asked.stream().filter(raw -> raw.state.equals("FAILED")).count());
        List<Long> runs = new ArrayList<>();
        cell.get("runs").forEach(run -> runs.add(run.asLong()));
        assertThat(runs).isEqualTo(counted.stream().map(Raw::id).toList());
        hole |= n == 0;
        if (n == 0) {
          assertThat(cell.get("mean").isNull()).isTrue();
          continue;
        }
        double mean = counted.stream().mapToDouble(Raw::value).average().orElseThrow();
        double squares = counted.stream().mapToDouble(raw -> Math.pow(raw.value - mean, 2)).sum();
        double variance = squares / (n - 1);
        double quantile = n == 3 ? 4.302652729911275 : 12.706204736432095;
        double half = quantile * Math.sqrt(variance / n);
        assertThat(cell.get("mean").asDouble()).isCloseTo(mean, within(1e-15));
        assertThat(cell.get("sd").asDouble()).isCloseTo(Math.sqrt(variance), within(1e-15));
        assertThat(cell.get("low").asDouble()).isCloseTo(mean - half, within(1e-11));
        assertThat(cell.get("high").asDouble()).isCloseTo(mean + half, within(1e-11));
        score += mean / 2;
        error += variance / n / 4;
        weights += Math.pow(variance / n / 4, 2) / (n - 1);
      }
      assertThat(row.getValue().get("complete").asBoolean()).isEqualTo(!hole);
      if (hole) {
        assertThat(row.getValue().get("score").isNull()).isTrue();
        assertThat(row.getValue().get("rank").isNull()).isTrue();
        continue;
      }
      double half =
          TDistribution.of(error * error / weights).inverseCumulativeProbability(0.975)
              * Math.sqrt(error);
      assertThat(row.getValue().get("score").asDouble()).isCloseTo(score, within(1e-15));
      assertThat(row.getValue().get("low").asDouble()).isCloseTo(score - half, within(1e-11));
      assertThat(row.getValue().get("high").asDouble()).isCloseTo(score + half, within(1e-11));
      scores.put(row.getKey(), score);
    }
    assertThat(scores).hasSize(4);
    for (Map.Entry<String, Double> scored : scores.entrySet()) {
      assertThat(rows.get(scored.getKey()).get("rank").asLong())
          .isEqualTo(1 + scores.values().stream().filter(s -> s > scored.getValue()).count());
    }
    List<Integer> order = new ArrayList<>();
    board.get("rows").forEach(row -> order.add(row.get("rank").asInt(99)));
    assertThat(order).containsExactly(1, 2, 3, 4, 99);
  }

  @Test
  void whatIsLeftOutStandsWithItsReason() throws Exception {
    JsonNode board = mapper.readTree(client().get("/api/v1/leaderboards/wordnet").asString());
    Map<String, Integer> excluded = new TreeMap<>();
    board
        .get("excluded")
        .forEach(
            e -> excluded.put(e.get("reason").asText().split(" \\(")[0], e.get("results").asInt()));
    assertThat(excluded)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "another evaluation protocol",
                1,
                VERB + ": an older comparability class",
                1,
                "the same seed is counted already, computed on another device or thread count",
                1));
    assertThat(board.get("protocols")).hasSize(2);
    assertThat(board.at("/protocols/0/preprocessing").asText()).isEqualTo("words");
    assertThat(board.at("/datasets/0/majority").asDouble()).isEqualTo(0.145);
    assertThat(board.at("/datasets/0/evaluationExamples").asInt()).isEqualTo(500);
  }

  @Test
  void bestShowsEachVariantsBestConfiguration() throws Exception {
    JsonNode all =
        mapper.readTree(client().get("/api/v1/leaderboards/wordnet?rows=all").asString());
    JsonNode best = mapper.readTree(client().get("/api/v1/leaderboards/wordnet").asString());
    assertThat(all.get("rows")).hasSize(5);
    List<String> variants = new ArrayList<>();
    best.get("rows").forEach(row -> variants.add(row.get("variant").asText()));
    assertThat(variants).containsExactly("hypermoe", "moe", "dense", "moe-share");
    assertThat(best.at("/rows/1/parameters/learning_rate").asDouble()).isEqualTo(1e-3);
  }

  /** Of the newest protocol and class, and the first execution of a seed. */
  private List<Raw> raw() {
    return sql.list(
        """
        select r.id, r.kind, t.configuration_hash, r.dataset, r.seed, r.state,
               (select m.value from result s join result_metric m on m.run_id = s.run_id
                where s.run_id = r.id and m.name = 'accuracy' and s.dataset_hash = 'data-1'
                  and s.manifest like '%"trainerDigest":"trainer-1"%'
                  and s.manifest not like '%avx512%') as value
        from run r join trial t on t.id = r.trial_id
        """,
        row ->
            new Raw(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, Double.class)));
  }
}
