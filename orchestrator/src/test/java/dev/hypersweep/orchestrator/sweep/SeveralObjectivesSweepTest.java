package dev.hypersweep.orchestrator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.orchestrator.worker.Examples;
import dev.hypersweep.protocol.Cost;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.sweeps.MadeTrial;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.SweepDefinitions;
import dev.hypersweep.sweeps.TrialChoice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A sweep whose trials are compared by accuracy and size, from its submission to its front. */
@QuarkusTest
class SeveralObjectivesSweepTest extends DispatchTest {

  private static final String OBJECTIVES =
      "objectives: [{metric: accuracy}, {metric: parameters_active, goal: minimize}]\n";

  private static final String SEARCH =
      """
      name: front
      variants: [dense]
      datasets: [wordnet/noun-supersense]
      seeds: 1
      parameters:
        learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}
        ffn: {type: int, low: 16, high: 256}
      sampler: {name: nsga2, seed: 3, parallel: 2}
      budget: {trials: 30}
      """
          + OBJECTIVES;

  private static final String LIST =
      """
      name: front
      variants: [dense]
      datasets: [wordnet/noun-supersense]
      seeds: 2
      parameters:
        ffn: {type: categorical, choices: [16, 32, 48, 64, 80]}
      sampler: {name: grid}
      """
          + OBJECTIVES;

  @Inject StoredTrials stored;
  @Inject SearchMemory memory;

  private void submit(String definition) {
    Yaml.of(definition).post("/api/v1/sweeps").then().statusCode(201);
  }

  private ValidatableResponse sweep() {
    return client().get("/api/v1/sweeps/1").then().statusCode(200);
  }

  private static int ffn(Lease lease) {
    return ((Number) lease.specification().settings().get("ffn")).intValue();
  }

  private void finish(Lease lease, Map<String, Double> metrics, long active) {
    RunResult whole = Examples.result(lease, 0.5);
    Cost cost = new Cost(2, 1, 1000, 1L << 20, 2 * active, active, null);
    RunResult told =
        new RunResult(
            whole.generation(),
            new TreeMap<>(metrics),
            whole.steps(),
            whole.chain(),
            whole.pruned(),
            cost,
            whole.manifest(),
            whole.seal(),
            null);
    attempt(lease, "result", told).then().statusCode(200);
  }

  private void carryOut(boolean forgetful) {
    long worker = register("w");
    for (Lease lease = claim(worker); lease != null; lease = claim(worker)) {
      if (forgetful) {
        memory.forget();
      }
      double rate = ((Number) lease.specification().settings().get("learning_rate")).doubleValue();
      double accuracy = 0.4 + ffn(lease) / 1000.0 - 0.2 * Math.abs(Math.log10(rate) + 3);
      finish(lease, Map.of("accuracy", accuracy), ffn(lease));
    }
  }

  private List<String> points() {
    return sql.list(
        "select parameters::text as point from trial order by number",
        row -> row.getString("point"));
  }

  @Test
  void trialsThatFollowTheDeathOfAProcessAreThoseOfAnUndisturbedSweep() {
    submit(SEARCH);
    carryOut(false);
    List<String> undisturbed = points();
    assertThat(undisturbed).hasSize(30);
    emptyTables();
    submit(SEARCH);
    carryOut(true);
    assertThat(points()).isEqualTo(undisturbed);
    sweep().body("state", equalTo("FINISHED")).body("front.measured", equalTo(30));
  }

  @Test
  void theSamplerIsToldEveryValueAndTheSweepCanBeReplayed() {
    submit(SEARCH);
    carryOut(false);
    SweepDefinition definition = SweepDefinitions.read(text("select definition from sweep"));
    List<StoredTrials.Stored> trials = stored.of(1, definition.objectives());
    for (int k = 0; k < trials.size(); k++) {
      int ended = trials.get(k).chosenAfter();
      List<MadeTrial> before = stored.whenEnded(1, definition.objectives(), ended).subList(0, k);
      var again = TrialChoice.of(definition).next("dense", before).orElseThrow();
      assertThat(again.parameters().get("learning_rate"))
          .as("trial %d", k)
          .isEqualTo(trials.get(k).trial().parameters().get("learning_rate"));
    }
    // The last is a child of what was told: one that failed would not be told of.
    List<MadeTrial> before = stored.whenEnded(1, definition.objectives(), 28).subList(0, 29);
    sql.update("update trial set objectives[2] = null");
    assertThat(stored.of(1, definition.objectives()).get(0).trial().result())
        .isNotEqualTo(before.get(0).result());
  }

  @Test
  void theFrontHoldsWhatNoneBeatsWithTiesAndWithoutFailures() {
    submit(LIST);
    long worker = register("w");
    for (Lease lease = claim(worker); lease != null; lease = claim(worker)) {
      double off = lease.specification().seed() == 0 ? -0.01 : 0.01;
      switch (ffn(lease)) {
        case 16 -> finish(lease, Map.of("accuracy", 0.5 + off), 100);
        case 32 -> finish(lease, Map.of("accuracy", 0.6 + off), 200);
        case 48 -> finish(lease, Map.of("accuracy", 0.55 + off), 300);
        case 64 -> finish(lease, Map.of("accuracy", 0.6 + off), 200);
        default -> fail(lease, FailureClass.CODE).then().statusCode(200);
      }
    }
    sweep()
        .body("best", nullValue())
        .body("objective.metric", equalTo("accuracy"))
        .body("objectives.metric", contains("accuracy", "parameters_active"))
        .body("objectives.goal", contains("maximize", "minimize"))
        .body("front.measured", equalTo(4))
        .body("front.without", equalTo(1))
        .body("front.trials.number", contains(1, 3, 0))
        .body("front.trials[2].parameters.ffn", equalTo(16))
        .body("front.trials[0].values[0].value.doubleValue()", closeTo(0.6, 1e-6))
        .body("front.trials[0].values[0].low.doubleValue()", lessThan(0.59))
        .body("front.trials[0].values[0].high.doubleValue()", greaterThan(0.61))
        .body("front.trials[0].values[1].low.doubleValue()", equalTo(200.0))
        .body("front.trials[0].values[1].high.doubleValue()", equalTo(200.0))
        .body("front.ideal[1].doubleValue()", equalTo(100.0))
        .body("front.reference[0].doubleValue()", closeTo(0.49, 1e-6))
        .body("front.reference[1].doubleValue()", equalTo(320.0))
        .body("front.hypervolume.doubleValue()", closeTo(14.2, 1e-5))
        .body("front.share.doubleValue()", closeTo(14.2 / 24.2, 1e-6));
    client()
        .get("/api/v1/sweeps/1/outcomes")
        .then()
        .body("trials.number", contains(0, 1, 2, 3))
        .body("trials.front", contains(true, true, false, true))
        .body("leftOut", equalTo(0));
    client()
        .get("/api/v1/sweeps/1/trials?sort=-objectives.1&limit=2")
        .then()
        .body("items.number", contains(2, 1))
        .body("items[0].objectives[1].doubleValue()", equalTo(300.0));
    client()
        .get("/api/v1/sweeps/1/trials?sort=objectives.0")
        .then()
        .body("items.number", contains(0, 2, 1, 3, 4));
    client()
        .get("/api/v1/sweeps/1/health")
        .then()
        .body("measured", equalTo(4))
        .body("importances", empty());
    client().get("/api/v1/sweeps").then().body("items[0].objectives.size()", equalTo(2));
  }

  @Test
  void aTrialWithoutOneOfTheValuesIsOnNoFront() {
    submit(LIST.replace("seeds: 2", "seeds: 1").replace("parameters_active", "loss"));
    long worker = register("w");
    finish(claim(worker), Map.of("accuracy", 0.9), 100);
    sweep()
        .body("front.measured", equalTo(0))
        .body("front.without", equalTo(1))
        .body("front.trials", empty())
        .body("front.share", nullValue());
    client()
        .get("/api/v1/sweeps/1/trials")
        .then()
        .body("items[0].objectives[0].doubleValue()", closeTo(0.9, 1e-6))
        .body("items[0].objectives[1]", nullValue());
  }

  @Test
  void oneTrialIsAFrontWithoutAVolume() {
    submit(LIST.replace("seeds: 2", "seeds: 1"));
    finish(claim(register("w")), Map.of("accuracy", 0.9), 100);
    sweep()
        .body("front.trials.number", contains(0))
        .body("front.trials[0].values[0].low", nullValue())
        .body("front.share", nullValue());
  }
}
