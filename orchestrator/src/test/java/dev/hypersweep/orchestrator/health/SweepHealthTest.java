package dev.hypersweep.orchestrator.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A sweep's health over REST, from its first trial on. */
@QuarkusTest
class SweepHealthTest extends DispatchTest {

  private static final String DEFINITION =
      """
      name: health
      variants: [dense, moe]
      datasets: [wordnet/noun-supersense]
      seeds: 3
      parameters:
        learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}
        dropout: {type: float, low: 0, high: 0.5}
      sampler: {name: random, seed: 3}
      budget: {trials: 20}
      """;

  private void submit() {
    submit(DEFINITION);
  }

  /** Whose trials are executed one after the other. */
  private void submitTrialByTrial() {
    submit(DEFINITION.replace("random, seed: 3", "tpe, seed: 3, parallel: 1"));
  }

  private static void submit(String definition) {
    Yaml.of(definition).post("/api/v1/sweeps").then().statusCode(201);
  }

  private ValidatableResponse health() {
    return client().get("/api/v1/sweeps/1/health").then();
  }

  private static double rate(Lease lease) {
    return Math.log10(
        ((Number) lease.specification().settings().get("learning_rate")).doubleValue());
  }

  private void carryOut(long worker, int runs, ToDoubleFunction<Lease> accuracy) {
    for (int i = 0; i < runs; i++) {
      Lease lease = claim(worker);
      finish(lease, accuracy.applyAsDouble(lease)).then().statusCode(200);
    }
  }

  @Test
  void aSweepThatHasJustBegunSaysThatThereIsTooLittleToSay() {
    submit();
    health()
        .statusCode(200)
        .body("ended", equalTo(0))
        .body("importances", hasSize(0))
        .body("findings.kind", equalTo(List.of("TOO_LITTLE")))
        .body("findings[0].severity", equalTo("HINT"))
        .body("findings[0].text", containsString("No trial has an objective yet"));
  }

  @Test
  void theEndThatTheBestTrialsLieAtIsNamedWithItsPlaceAndWhatToDo() {
    submit();
    carryOut(register("w"), 120, lease -> 0.9 + 0.1 * rate(lease) + 1e-4 * lease.runId() % 3);
    health()
        .body("ended", equalTo(40))
        .body("measured", equalTo(40))
        .body("importancesFrom", equalTo(40))
        .body("importances[0].parameter", equalTo("learning_rate"))
        .body("importances.parameter", hasItem("variants"))
        .body("findings.find { it.kind == 'EDGE' }.place", equalTo("parameters.learning_rate"))
        .body("findings.find { it.kind == 'EDGE' }.severity", equalTo("WARNING"))
        .body("findings.find { it.kind == 'EDGE' }.text", containsString("upper end"))
        .body("findings.find { it.kind == 'EDGE' }.advice", containsString("Widen"))
        .body("findings.find { it.kind == 'EDGE' }.evidence.best.intValue()", equalTo(5));
  }

  @Test
  void aVariantThatFailsForOneCauseIsNamed() {
    submit();
    long worker = register("w");
    for (Lease lease = claim(worker); lease != null; lease = claim(worker)) {
      if (lease.specification().variant().equals("moe")) {
        fail(lease, FailureClass.CODE).then().statusCode(200);
      } else {
        finish(lease, 0.5).then().statusCode(200);
      }
    }
    health()
        .body("findings[0].kind", equalTo("ONE_CAUSE"))
        .body("findings[0].severity", equalTo("PROBLEM"))
        .body("findings[0].place", equalTo("variants"))
        .body("findings[0].subject", equalTo("CODE"))
        .body("findings[0].text", containsString("20 trials with variant moe"));
  }

  @Test
  void theLeadersOfASweepAreComparedByTheirRuns() {
    submitTrialByTrial();
    // The objective of a trial is the mean of its runs: the differences of the leaders are ours.
    carryOut(register("w"), 6, lease -> lease.specification().variant().equals("moe") ? 0.75 : 0.5);
    health()
        .body("findings[0].kind", equalTo("TOO_LITTLE"))
        .body("findings[1].kind", equalTo("SEPARATED"))
        .body("findings[1].evidence.runs.intValue()", equalTo(3))
        .body("findings[1].evidence.difference.doubleValue()", closeTo(0.25, 1e-6));
  }

  @Test
  void healthHasATagThatChangesWithTheEndOfATrialAndOnlyThen() {
    submitTrialByTrial();
    long worker = register("w");
    String first = health().extract().header("ETag");
    carryOut(worker, 1, lease -> 0.5);
    client().header("If-None-Match", first).get("/api/v1/sweeps/1/health").then().statusCode(304);
    carryOut(worker, 5, lease -> 0.5);
    String second =
        client()
            .header("If-None-Match", first)
            .get("/api/v1/sweeps/1/health")
            .then()
            .statusCode(200)
            .body("ended", equalTo(2))
            .extract()
            .header("ETag");
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void thereIsNoHealthOfASweepThatIsNotThere() {
    health().statusCode(404);
  }
}
