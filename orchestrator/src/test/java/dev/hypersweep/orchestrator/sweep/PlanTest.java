package dev.hypersweep.orchestrator.sweep;

import static dev.hypersweep.orchestrator.StoredWork.NOUNS;
import static dev.hypersweep.orchestrator.StoredWork.VERBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredWork;
import dev.hypersweep.orchestrator.Yaml;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a sweep would do, said before it is queued, and what comes true of it. */
@QuarkusTest
class PlanTest extends RunningOrchestrator {

  private static final String DEFINITION = DefinitionExample.YAML;

  private ValidatableResponse submit(String definition) {
    return Yaml.of(definition).post("/api/v1/sweeps").then();
  }

  private JsonPath plan(String definition) {
    return Yaml.of(definition).post("/api/v1/plans").then().statusCode(200).extract().jsonPath();
  }

  @Test
  void thePlanSaysWhatSubmittingThenMakes() {
    JsonPath plan = plan(DEFINITION);
    JsonPath sweep = submit(DEFINITION).extract().jsonPath();
    assertThat(plan.getLong("trials")).isEqualTo(sweep.getLong("trials"));
    assertThat(plan.getLong("runs")).isEqualTo(sweep.getLong("runs.total"));
    assertThat(plan.getString("definitionHash")).isEqualTo(sweep.getString("definitionHash"));
    assertThat(plan.getList("variants")).isEqualTo(sweep.getList("variants"));
    assertThat(plan.getList("seeds")).isEqualTo(sweep.getList("seeds"));
    assertThat(plan.getInt("toCompute")).isEqualTo(36);
    assertThat((Object) plan.get("estimate")).isNull();
    assertThat(plan.getList("warnings").get(0).toString()).contains("no live worker");
    assertThat(sql.number("select count(*) from sweep")).isEqualTo(1);
  }

  @Test
  void thePlanSaysHowManyRunsEachRungTakes() {
    StoredWork work = new StoredWork(sql);
    long worker = work.worker("w1", NOUNS);
    String definition =
        """
        name: promoted
        variants: [moe]
        datasets: [wordnet/noun-supersense]
        seeds: 1
        parameters: {learning_rate: {type: float, low: 1e-4, high: 1e-2, log: true}}
        constants: {steps: 900}
        sampler: {name: random}
        pruner: {name: halving-promotion, min: 100}
        budget: {trials: 9}
        """;
    submit(definition).statusCode(201);
    work.succeed(work.runs(1).get(0), worker, 0.5, 36);
    JsonPath plan = plan(definition);
    assertThat(plan.getList("promotion.rungs.step")).isEqualTo(List.of(100, 300, 900));
    assertThat(plan.getList("promotion.rungs.least")).isEqualTo(List.of(9, 3, 1));
    assertThat(plan.getList("promotion.rungs.most")).isEqualTo(List.of(9, 3, 1));
    double share = (9 * 100 + 3 * 200 + 600) / 8100.0;
    assertThat(plan.getDouble("promotion.deviceHoursHigh"))
        .isCloseTo(share * plan.getDouble("estimate.deviceHours"), within(1e-6));
    assertThat((Object) plan(DEFINITION).get("promotion")).isNull();
  }

  @Test
  void thePlanKnowsWhatIsComputedAndHowLongTheRestTakes() {
    StoredWork work = new StoredWork(sql);
    long worker = work.worker("w1", NOUNS, VERBS);
    work.worker("w2", NOUNS, VERBS);
    submit(DEFINITION).statusCode(201);
    for (long run : work.runs(1).subList(0, 6)) {
      work.succeed(run, worker, 0.5, 10);
    }
    JsonPath plan = plan(DEFINITION);
    assertThat(plan.getInt("alreadyComputed")).isEqualTo(6);
    assertThat(plan.getInt("toCompute")).isEqualTo(30);
    assertThat(plan.getInt("estimate.workers")).isEqualTo(2);
    assertThat(plan.getDouble("estimate.runSeconds")).isEqualTo(10);
    assertThat(plan.getDouble("estimate.seconds")).isEqualTo(150);
    assertThat(plan.getDouble("estimate.secondsLow")).isBetween(0.0, 149.0);
    assertThat(plan.getDouble("estimate.secondsHigh")).isBetween(151.0, 450.0);
    assertThat(plan.getDouble("estimate.deviceHours")).isCloseTo(300 / 3600.0, within(1e-6));
    assertThat(plan.getList("warnings", String.class)).noneMatch(one -> one.contains("budget"));
    String budget = DEFINITION + "budget: {gpu_hours: 0.05}\n";
    assertThat(plan(budget).getList("warnings", String.class))
        .contains(
            "budget.gpu_hours is enough for about 18 of 30 runs: the last ones will not be executed");
    String late = DEFINITION + "budget: {until: 2020-01-31T18:00:00Z}\n";
    assertThat(plan(late).getList("warnings", String.class))
        .contains(
            "budget.until is enough for about 0 of 30 runs: the last ones will not be executed");
    assertThat(plan.getInt("datasets[0].onWorkers")).isEqualTo(2);
    assertThat(plan.getInt("datasets[0].classes")).isEqualTo(26);
    // With other steps nothing is computed, and the time is scaled.
    JsonPath longer = plan(DEFINITION.replace("steps: 400", "steps: 800"));
    assertThat(longer.getInt("alreadyComputed")).isZero();
    assertThat(longer.getDouble("estimate.runSeconds")).isEqualTo(20);
    // The environment of a worker that is gone counts as long as no other is there.
    sql.update("update worker set last_seen_at = now() - interval '31 seconds'");
    JsonPath alone = plan(DEFINITION);
    assertThat(alone.getInt("alreadyComputed")).isEqualTo(6);
    assertThat((Object) alone.get("estimate")).isNull();
    assertThat(alone.getList("warnings", String.class))
        .anyMatch(warning -> warning.startsWith("no live worker: 30 runs will wait"))
        .anyMatch(warning -> warning.contains("the suitable one that was heard of last"));
  }

  @Test
  void whatIsComputedEndsAtItsSubmissionThoughNoWorkerIsThere() {
    StoredWork work = new StoredWork(sql);
    long worker = work.worker("w1", NOUNS, VERBS);
    submit(DEFINITION).statusCode(201);
    work.runs(1).forEach(run -> work.succeed(run, worker, 0.5, 10));
    sql.update("update worker set stopped_at = now(), last_seen_at = now() - interval '1 hour'");

    JsonPath plan = plan(DEFINITION.replace("learning-rate", "again"));
    assertThat(plan.getInt("toCompute")).isZero();
    assertThat(plan.getList("warnings")).hasSize(1);
    submit(DEFINITION.replace("learning-rate", "again"))
        .statusCode(201)
        .body("state", equalTo("FINISHED"))
        .body("runs.succeeded", equalTo(36))
        .body("runs.reused", equalTo(36))
        .body("best.value", equalTo(0.5f));
    assertThat(sql.number("select count(*) from attempt")).isEqualTo(36);
  }

  @Test
  void anEnvironmentThatIsGoneAnswersNothingWhileAnotherIsThere() {
    StoredWork work = new StoredWork(sql);
    long worker = work.worker("w1", NOUNS, VERBS);
    submit(DEFINITION).statusCode(201);
    work.runs(1).forEach(run -> work.succeed(run, worker, 0.5, 10));
    sql.update("update worker set last_seen_at = now() - interval '1 hour'");
    long other = work.worker("w2", NOUNS, VERBS);
    sql.update(
        """
        insert into environment select 'environment-2', trainer_digest, device_class, threads,
          determinism, description from environment
        """);
    sql.update("update worker set environment_fingerprint = 'environment-2' where id = ?", other);

    assertThat(plan(DEFINITION).getInt("toCompute")).isEqualTo(36);
    submit(DEFINITION).statusCode(201).body("runs.waiting", equalTo(36));
  }

  @Test
  void whatASubmissionWouldRefuseItsPlanRefusesToo() {
    for (String path : List.of("/api/v1/plans", "/api/v1/sweeps")) {
      for (String query : List.of("?priority=abc", "?priority=1001", "?team=%20")) {
        Yaml.of(DEFINITION).urlEncodingEnabled(false).post(path + query).then().statusCode(400);
      }
      Yaml.of(DEFINITION + "priority: 1001\n").post(path).then().statusCode(422);
      Yaml.of(DEFINITION)
          .header("Idempotency-Key", "")
          .post("/api/v1/sweeps")
          .then()
          .statusCode(400);
    }
  }

  @Test
  void warnsOfWhatWouldKeepItFromRunning() {
    new StoredWork(sql).worker("w1", NOUNS);
    Yaml.of(
            """
            name: warned
            variants: [dense]
            datasets: [glue/cola]
            seeds: 1
            resources: {device: gpu}
            """)
        .post("/api/v1/plans")
        .then()
        .statusCode(200)
        .body("datasets[0].onWorkers", equalTo(0))
        .body("datasets[0].classes", nullValue())
        .body(
            "warnings", hasItem(containsString("no live worker offers device gpu with 1 thread:")))
        .body(
            "warnings",
            hasItem(
                "no live worker has glue/cola: set HYPERSWEEP_DATA of a worker to the folder that"
                    + " holds glue/CoLA"))
        .body("warnings", hasItem(containsString("one seed")));
  }
}
