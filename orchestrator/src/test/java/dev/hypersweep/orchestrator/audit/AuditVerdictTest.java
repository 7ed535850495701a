package dev.hypersweep.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.protocol.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is made of an execution that has ended. */
@QuarkusTest
class AuditVerdictTest extends AuditedRun {

  @Inject AuditJudge judge;

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
}
