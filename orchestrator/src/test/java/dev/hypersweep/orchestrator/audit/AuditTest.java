package dev.hypersweep.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.orchestrator.Deadline;
import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredRuns;
import dev.hypersweep.orchestrator.StoredRuns.Circumstances;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.run.RunEnded;
import dev.hypersweep.orchestrator.run.RunKind;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.protocol.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest extends RunningOrchestrator {

  private static final String NOUN = "wordnet/noun-supersense";
  private static final Circumstances USUAL = Circumstances.USUAL;

  @Inject Event<RunEnded> ended;
  @Inject Transactions transactions;
  @Inject AuditJudge judge;

  private StoredRuns stored;
  private long run;

  @BeforeEach
  void aStoredRun() {
    stored = new StoredRuns(sql);
    long trial = stored.trial(stored.sweep(), 0, "moe", 3e-3);
    run = stored.computed(trial, NOUN, 0, 0.5625, USUAL);
    digests(run, "a", 1, 400);
  }

  @Test
  void whatIsExecutedIsTheManifestWithItsDataHash() throws Exception {
    JsonNode audit = request(202);
    assertThat(audit.get("state").asText()).isEqualTo("WAITING");
    Map<String, Object> execution =
        sql.first(
                """
                select kind, state, priority, specification::text as s, trial_id, identity
                from run where id = ?
                """,
                row ->
                    Map.<String, Object>of(
                        "kind", row.getString("kind"),
                        "state", row.getString("state"),
                        "urgent", row.getInt("priority") > 0,
                        "hash", specification(row.getString("s")).datasetHash(),
                        "rate", specification(row.getString("s")).settings().get("learning_rate")),
                audit.get("executionRunId").asLong())
            .orElseThrow();
    assertThat(execution)
        .isEqualTo(
            Map.of(
                "kind", "AUDIT", "state", "WAITING", "urgent", true, "hash", "data-1", "rate",
                3e-3));
  }

  @Test
  void equalBitsAreBitIdentical() throws Exception {
    JsonNode audit = request(202);
    repeat(audit, 0.5625, USUAL, "a", 400);
    judged(audit)
        .body("verdict", equalTo("BIT_IDENTICAL"))
        .body("firstDifference", equalTo(null))
        .body("reason", equalTo("All 400 steps and 1 metric came out the same, bit for bit."))
        .body("metrics[0].repeated", equalTo(0.5625f))
        .body("environmentDifferences", hasSize(0))
        .body("steps", equalTo(400));
  }

  @Test
  void theFirstStepThatDiffersIsNamedAndTheEnvironmentToo() throws Exception {
    JsonNode audit = request(202);
    long execution = execution(audit);
    long attempt =
        stored.result(
            execution,
            specification(execution),
            Map.of("accuracy", 0.5),
            USUAL.device("cpu avx512"));
    stored.digests(attempt, 0, 1, chain("a", 1, 136));
    stored.digests(attempt, 1, 137, chain("b", 137, 400));
    end(execution, RunState.SUCCEEDED);
    judged(audit)
        .body("verdict", equalTo("DIFFERENT"))
        .body("firstDifference", equalTo(137))
        .body("reason", containsString("Step 137 of 400 is the first that differs"))
        .body("reason", containsString("accuracy was stored as 0.5625 and came out as 0.5"))
        .body("environmentDifferences[0].field", equalTo("deviceClass"))
        .body("environmentDifferences[0].repeated", equalTo("cpu avx512"));
  }

  @Test
  void anAlteredMetricIsFoundThoughNoStepDiffers() throws Exception {
    sql.update("update result_metric set value = 0.9 where run_id = ?", run);
    JsonNode audit = request(202);
    repeat(audit, 0.5625, USUAL, "a", 400);
    judged(audit)
        .body("verdict", equalTo("DIFFERENT"))
        .body("firstDifference", equalTo(null))
        .body("reason", containsString("accuracy was stored as 0.9 and came out as 0.5625"));
  }

  @Test
  void missingDigestsAreADifferenceNotAPass() throws Exception {
    sql.update("delete from metric_batch where first_step > 200");
    JsonNode audit = request(202);
    repeat(audit, 0.5625, USUAL, "a", 400);
    judged(audit).body("verdict", equalTo("DIFFERENT")).body("firstDifference", equalTo(201));
  }

  @Test
  void noDigestsOnEitherSideProveNothing() throws Exception {
    sql.update("delete from metric_batch");
    JsonNode audit = request(202);
    repeat(audit, 0.5625, USUAL, "a", 0);
    judged(audit)
        .body("verdict", equalTo("NOT_REPRODUCIBLE"))
        .body("reason", containsString("Neither side has stored a digest for step 1"));
  }

  @Test
  void aBrokenSealIsJudgedAtOnceAndNothingIsExecuted() throws Exception {
    sql.update("update result set manifest = replace(manifest, '0.003', '0.004')");
    JsonNode audit = request(200);
    assertThat(audit.get("verdict").asText()).isEqualTo("SEAL_BROKEN");
    assertThat(audit.get("executionRunId").isNull()).isTrue();
    assertThat(sql.number("select count(*) from run where kind = 'AUDIT'")).isZero();
    sql.update("update result set manifest = 'not even JSON'");
    assertThat(request(200).get("verdict").asText()).isEqualTo("SEAL_BROKEN");
  }

  @Test
  void whiteSpaceAndKeyOrderAreNotPartOfTheSeal() throws Exception {
    sql.update("update result set manifest = (manifest::jsonb)::text");
    assertThat(request(202).get("state").asText()).isEqualTo("WAITING");
  }

  @Test
  void aManifestSealedAgainIsExecutedAndGivesItselfAway() throws Exception {
    String altered =
        sql.first("select manifest from result", row -> row.getString(1))
            .orElseThrow()
            .replace("0.003", "0.004");
    sql.update("update result set manifest = ?, seal = ?", altered, Sha256.hex(altered));
    JsonNode audit = request(202);
    assertThat(specification(execution(audit)).settings().get("learning_rate")).isEqualTo(4e-3);
    repeat(audit, 0.52, USUAL, "b", 400);
    judged(audit)
        .body("verdict", equalTo("DIFFERENT"))
        .body("firstDifference", equalTo(1))
        .body("reason", containsString("settings.learning_rate 0.004, not 0.003"));
  }

  @Test
  void aFailedExecutionSaysWhy() throws Exception {
    JsonNode audit = request(202);
    sql.update(
        "update run set failure_class = 'BAD_DATA', failure_message = ? where id = ?",
        "wordnet/noun-supersense has other content",
        execution(audit));
    end(execution(audit), RunState.FAILED);
    judged(audit)
        .body("verdict", equalTo("NOT_REPRODUCIBLE"))
        .body("reason", containsString("(BAD_DATA): wordnet/noun-supersense has other content"));
  }

  @Test
  void whatEndedWhileNobodyListenedIsJudgedLaterAndOnlyOnce() throws Exception {
    JsonNode audit = request(202);
    long execution = execution(audit);
    stored.result(execution, specification(execution), Map.of("accuracy", 0.5625), USUAL);
    digests(execution, "a", 1, 400);
    sql.update("update run set state = 'SUCCEEDED' where id = ?", execution);
    judge.judgeEnded();
    String first = client().get("/api/v1/audits/" + audit.get("id")).asString();
    assertThat(first).contains("BIT_IDENTICAL");
    sql.update("update result_metric set value = 0.1 where run_id = ?", execution);
    judge.judgeEnded();
    assertThat(client().get("/api/v1/audits/" + audit.get("id")).asString()).isEqualTo(first);
  }

  @Test
  void whatWaitsSaysForWhat() throws Exception {
    sql.update("update worker set last_seen_at = now() - interval '1 hour'");
    JsonNode audit = request(202);
    assertThat(audit.get("reason").asText()).isEqualTo("Waits: there is no live worker.");
    sql.update("update worker set last_seen_at = now()");
    client()
        .get("/api/v1/runs/" + run + "/audits")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].reason", equalTo("Waits: no live worker has dataset " + NOUN + "."));
  }

  @Test
  void aReusedRunIsAuditedByTheManifestOfTheRunThatComputedIt() throws Exception {
    long trial = stored.trial(stored.sweep(), 0, "moe", 3e-3);
    run = stored.reused(trial, NOUN, 0, run);
    JsonNode audit = request(202);
    assertThat(audit.get("runId").asLong()).isEqualTo(run);
    repeat(audit, 0.5625, USUAL, "a", 400);
    judged(audit).body("verdict", equalTo("BIT_IDENTICAL"));
  }

  @Test
  void whatCannotBeAuditedIsAProblem() {
    long waiting = stored.run(stored.trial(stored.sweep(), 0, "moe", 1e-3), NOUN, 0, "WAITING");
    client()
        .post("/api/v1/runs/" + waiting + "/audits")
        .then()
        .statusCode(409)
        .body("type", endsWith("illegal-transition"))
        .body("detail", containsString("WAITING and has no result"));
    client()
        .post("/api/v1/runs/999/audits")
        .then()
        .statusCode(404)
        .body("type", endsWith("not-found"));
    client()
        .get("/api/v1/runs/999/audits")
        .then()
        .statusCode(404)
        .body("type", endsWith("not-found"));
    client().get("/api/v1/audits/999").then().statusCode(404).body("type", endsWith("not-found"));
    client().get("/api/v1/audits/x").then().statusCode(404).body("type", endsWith("not-found"));
  }

  private JsonNode request(int status) throws Exception {
    var response = client().post("/api/v1/runs/" + run + "/audits");
    JsonNode audit = mapper.readTree(response.asString());
    response
        .then()
        .statusCode(status)
        .header("Location", endsWith("/api/v1/audits/" + audit.get("id")));
    return audit;
  }

  private static long execution(JsonNode audit) {
    return audit.get("executionRunId").asLong();
  }

  private RunSpecification specification(long id) {
    return sql.first(
            "select specification::text from run where id = ?",
            row -> specification(row.getString(1)),
            id)
        .orElseThrow();
  }

  private RunSpecification specification(String text) {
    try {
      return mapper.readValue(text, RunSpecification.class);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a worker would have left. */
  private void repeat(
      JsonNode audit, double accuracy, Circumstances circumstances, String history, int steps) {
    long execution = execution(audit);
    stored.result(execution, specification(execution), Map.of("accuracy", accuracy), circumstances);
    if (steps > 0) {
      digests(execution, history, 1, steps);
    }
    end(execution, RunState.SUCCEEDED);
  }

  private void digests(long id, String history, int from, int to) {
    long attempt = sql.number("select id from attempt where run_id = ?", id);
    stored.digests(attempt, 0, from, chain(history, from, 200));
    stored.digests(attempt, 1, 201, chain(history, 201, to));
  }

  private static List<String> chain(String history, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(step -> Sha256.hex(history + step)).toList();
  }

  private void end(long execution, RunState state) {
    transactions.run(
        () -> {
          sql.update("update run set state = ? where id = ?", state, execution);
          ended.fire(new RunEnded(execution, RunKind.AUDIT, state));
        });
  }

  private ValidatableResponse judged(JsonNode audit) {
    String path = "/api/v1/audits/" + audit.get("id");
    Deadline.until("judged", () -> client().get(path).path("state").equals("JUDGED"));
    return client().get(path).then().statusCode(200);
  }
}
