package dev.hypersweep.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What asking for an audit does before anything is executed. */
@QuarkusTest
class AuditRequestTest extends AuditedRun {

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
  void theTimeOfAVerdictIsStoredWithTheVerdictAndNeverBefore() throws Exception {
    assertThat(request(202).get("judgedAt").isNull()).isTrue();
    sql.update("update result set seal = 'broken'");
    JsonNode judged = request(200);
    // One transaction asked and judged: the database's clock gives both the same time.
    assertThat(judged.get("judgedAt")).isEqualTo(judged.get("createdAt"));
    assertThat(sql.number("select count(*) from audit where judged_at is null")).isEqualTo(1);
  }

  @Test
  void whiteSpaceAndKeyOrderAreNotPartOfTheSeal() throws Exception {
    sql.update("update result set manifest = (manifest::jsonb)::text");
    assertThat(request(202).get("state").asText()).isEqualTo("WAITING");
  }

  @Test
  void whatWaitsSaysForWhat() throws Exception {
    sql.update("update worker set last_seen_at = now() - interval '1 hour'");
    JsonNode audit = request(202);
    assertThat(audit.get("reason").asText()).isEqualTo("Waits: no live worker.");
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
}
