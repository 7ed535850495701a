package dev.hypersweep.orchestrator.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredRuns;
import dev.hypersweep.orchestrator.StoredRuns.Circumstances;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrialObjectiveTest extends RunningOrchestrator {

  private static final String RTE = "glue/rte";
  private static final String MRPC = "glue/mrpc";

  @Inject TrialObjective objective;

  private StoredRuns stored;
  private long sweep;

  @BeforeEach
  void aSweep() {
    stored = new StoredRuns(sql);
    sweep = stored.sweep();
  }

  @Test
  void theScoreOfADatasetIsTheMeanOfItsScoredMetrics() {
    long trial = stored.trial(sweep, 0, "moe", 3e-3);
    stored.computed(
        trial, MRPC, 0, Map.of("f1", 0.8, "accuracy", 0.6, "loss", 9.0), Circumstances.USUAL);
    stored.computed(trial, RTE, 0, 0.5, Circumstances.USUAL);
    ended(trial, "COMPLETED");
    rule("'metric', 'score', 'goal', 'maximize'");
    assertThat(of(trial)).isCloseTo(0.6, within(1e-15));
    rule("'metric', 'accuracy', 'goal', 'maximize'");
    assertThat(of(trial)).isCloseTo(0.55, within(1e-15));
    sql.update("delete from result_metric where name = 'f1'");
    rule("'metric', 'score', 'goal', 'maximize'");
    assertThat(of(trial)).isNull();
  }

  @Test
  void listsShowTheScoreThatIsOptimised() {
    long trial = stored.trial(sweep, 0, "moe", 3e-3);
    Map<String, Double> metrics = Map.of("f1", 0.8, "accuracy", 0.6, "loss", 9.0);
    stored.computed(trial, MRPC, 0, metrics, Circumstances.USUAL);
    stored.computed(trial, RTE, 0, 0.5, Circumstances.USUAL);
    sql.update(
        """
        update sweep set definition = '{"objective": {"metric": "score", "goal": "maximize",
          "aggregate": "mean"}, "datasets": ["glue/mrpc", "glue/rte"], "seeds": [0]}'
        """);
    client()
        .get("/api/v1/sweeps/1/runs")
        .then()
        .body("items.metric", contains("score", "accuracy"))
        .body("items[0].value.doubleValue()", closeTo(0.7, 1e-6))
        .body("items[1].value.doubleValue()", closeTo(0.5, 1e-6));
    client().get("/api/v1/runs/1").then().body("value.doubleValue()", closeTo(0.7, 1e-6));
    client()
        .get("/api/v1/sweeps/1/trials")
        .then()
        .body("items[0].cells[0].metric", equalTo("score"))
        .body("items[0].cells[0].mean.doubleValue()", closeTo(0.7, 1e-6));
    client().get("/api/v1/sweeps/1").then().body("best.value.doubleValue()", closeTo(0.7, 1e-6));
    // A run without one of them has no score.
    sql.update("delete from result_metric where name = 'f1'");
    client().get("/api/v1/runs/1").then().body("value", nullValue());
  }

  @Test
  void theDeclaredAggregateCounts() {
    long trial = trial(0, 0.5, 0.8);
    rule("'metric', 'accuracy', 'goal', 'maximize', 'aggregate', 'worst'");
    assertThat(of(trial)).isEqualTo(0.5);
    rule(
        "'metric', 'accuracy', 'goal', 'maximize', 'aggregate', 'weighted', 'weights',"
            + " jsonb_build_object('glue/rte', 1, 'glue/mrpc', 2)");
    assertThat(of(trial)).isCloseTo(0.7, within(1e-15));
  }

  @Test
  void meanRanksOfAllTrialsFollowEachEnd() {
    rule("'metric', 'accuracy', 'goal', 'minimize', 'aggregate', 'rank_mean'");
    long first = trial(0, 0.5, 0.8);
    assertThat(of(first)).isEqualTo(1);
    long second = trial(1, 0.6, 0.9);
    assertThat(of(second)).isEqualTo(1);
    assertThat(number("objective", first)).isEqualTo(2);
    assertThat(objective.asOf(sweep, 1)).as("as it stood").isEqualTo(Map.of(first, List.of(1.0)));
  }

  @Test
  void aFailedRunCountsAsTheRuleSays() {
    long sound = trial(0, 0.4, 0.8);
    long holed = stored.trial(sweep, 1, "moe", 1e-3);
    stored.computed(holed, RTE, 0, 0.6, Circumstances.USUAL);
    stored.run(holed, MRPC, 0, "FAILED");
    ended(holed, "FAILED");
    rule("'metric', 'accuracy', 'goal', 'maximize'");
    assertThat(of(holed)).isNull();
    rule("'metric', 'accuracy', 'goal', 'maximize', 'holes', 'skip'");
    assertThat(of(holed)).isEqualTo(0.6);
    rule("'metric', 'accuracy', 'goal', 'maximize', 'holes', 'worst'");
    assertThat(of(holed)).isCloseTo(0.7, within(1e-15));
    assertThat(number("objective", sound)).isCloseTo(0.6, within(1e-15));
  }

  @Test
  void ofAPrunedTrialCountsWhatIsThere() {
    rule("'metric', 'accuracy', 'goal', 'minimize', 'aggregate', 'rank_mean'");
    long whole = trial(0, 0.4, 0.8);
    long pruned = stored.trial(sweep, 1, "moe", 1e-3);
    stored.computed(pruned, RTE, 0, 0.6, Circumstances.USUAL);
    stored.run(pruned, MRPC, 0, "PRUNED");
    ended(pruned, "PRUNED");
    assertThat(of(pruned)).isNull();
    assertThat(number("partial_objective", pruned)).as("first of two").isEqualTo(1);
    assertThat(number("objective", whole)).as("as if it were alone").isEqualTo(1);
  }

  /** A trial of two runs. */
  private long trial(int number, double rte, double mrpc) {
    long trial = stored.trial(sweep, number, "moe", 1e-3);
    Map<String, Double> second = Map.of("accuracy", mrpc);
    stored.computed(trial, RTE, 0, rte, Circumstances.USUAL);
    stored.computed(trial, MRPC, 0, second, Circumstances.USUAL);
    ended(trial, "COMPLETED");
    return trial;
  }

  private void ended(long trial, String state) {
    sql.update("update trial set state = ?, ended_as = number + 1 where id = ?", state, trial);
  }

  private void rule(String objective) {
    sql.update(
        "update sweep set definition = jsonb_build_object('datasets', ?::jsonb, 'seeds', '[0]'::jsonb, 'objective', jsonb_build_object(%s)) where id = ?"
            .formatted(objective),
        "[\"glue/rte\", \"glue/mrpc\"]",
        sweep);
  }

  private Double of(long trial) {
    objective.ended(sweep, trial);
    return number("objective", trial);
  }

  private Double number(String column, long trial) {
    List<Double> found =
        sql.list(
            "select " + column + " from trial where id = ?",
            row -> row.getObject(1, Double.class),
            trial);
    return found.get(0);
  }
}
