package dev.hypersweep.orchestrator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hypersweep.orchestrator.Deadline;
import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SpentBudgetTest extends DispatchTest {

  private void itsTimeComes() {
    sql.update("update sweep set budget_until = now() - interval '1 second'");
  }

  private void untilCancelled(long run) {
    Deadline.until("run " + run + " is cancelled", () -> runState(run).equals("CANCELLED"));
  }

  private ValidatableResponse sweep(long id) {
    return client().get("/api/v1/sweeps/" + id).then().statusCode(200);
  }

  @Test
  void noRunIsClaimedOnceTheTimeHasCome() {
    queue("default", 0, 2);
    long worker = register("w");
    sql.update("update sweep set budget_until = now() + interval '1 hour'");
    assertThat(claim(worker)).isNotNull();

    itsTimeComes();

    assertThat(claim(worker)).isNull();
  }

  @Test
  void whatRunsGoesOnToItsEndAndWhatWaitsEndsWithTheReason() {
    List<Long> runs = queue("default", 0, 3);
    Lease lease = claim(register("w"));
    itsTimeComes();
    untilCancelled(runs.get(2));

    sweep(1).body("state", equalTo("RUNNING")).body("runs.cancelled", equalTo(2));
    client()
        .get("/api/v1/runs/" + runs.get(1))
        .then()
        .body("failureMessage", containsString("budget.until"))
        .body("failureClass", nullValue());
    finish(lease, 0.5).then().statusCode(200);
    sweep(1)
        .body("state", equalTo("FINISHED"))
        .body("endedBecause", containsString("has come with 2 runs not executed"));
    assertThat(text("select state from trial")).isEqualTo("CANCELLED");
  }

  @Test
  void timeOfAttemptsUnderWayCountsAgainstTheHours() {
    queue("default", 0, 2);
    long worker = register("w");
    sql.update("update sweep set budget_seconds = 3600");
    claim(worker);
    sql.update("update attempt set started_at = now() - interval '61 minutes'");

    assertThat(claim(worker)).isNull();
  }

  @Test
  void timeOfEveryEndedAttemptCountsAgainstTheHours() {
    List<Long> runs = queue("default", 0, 3);
    long worker = register("w");
    sql.update("update sweep set budget_seconds = 3600");
    Lease first = claim(worker);
    sql.update("update attempt set started_at = now() - interval '20 minutes'");
    fail(first, FailureClass.PREEMPTED).then().statusCode(200);
    Lease second = claim(worker);
    assertThat(second.runId()).isEqualTo(runs.get(0));
    sql.update(
        "update attempt set started_at = now() - interval '41 minutes' where id = ?",
        second.attemptId());
    finish(second, 0.5).then().statusCode(200);

    assertThat(claim(worker)).isNull();
    untilCancelled(runs.get(2));
    sweep(1).body("state", equalTo("FINISHED")).body("endedBecause", containsString("gpu_hours"));
    assertThat(
            sql.number(
                """
                select count(*) from sweep s where abs(s.device_seconds - (
                  select sum(extract(epoch from finished_at - started_at)) from attempt)) < 1e-3
                """))
        .isEqualTo(1);
  }

  @Test
  void anAttemptThatFailsAfterwardsIsNotTriedAgain() {
    long run = queue("default", 0, 1).get(0);
    Lease lease = claim(register("w"));
    itsTimeComes();
    fail(lease, FailureClass.PREEMPTED).then().statusCode(200);

    untilCancelled(run);

    sweep(1).body("state", equalTo("FAILED")).body("endedBecause", containsString("1 run not"));
  }

  @Test
  void aHeldRunEndsToo() {
    long run = queue("default", 0, 1).get(0);
    client().post("/api/v1/sweeps/1/pause").then().statusCode(200);
    itsTimeComes();

    untilCancelled(run);

    sweep(1).body("state", equalTo("FAILED"));
  }

  @Test
  void aSweepSubmittedTooLateEndsWithoutHavingStarted() {
    Yaml.of(
            "name: s\nvariants: [dense]\ndatasets: [wordnet]\n"
                + "budget: {until: 2020-01-31T18:00:00Z, gpu_hours: 0.5}\n")
        .post("/api/v1/sweeps")
        .then()
        .statusCode(201);
    assertThat(sql.number("select budget_seconds::int from sweep")).isEqualTo(1800);
    untilCancelled(1);

    sweep(1)
        .body("state", equalTo("FAILED"))
        .body("startedAt", nullValue())
        .body("endedBecause", containsString("2020-01-31T18:00:00Z has come"));
    assertThat(sql.number("select count(*) from trial where state = 'CANCELLED'")).isEqualTo(1);
  }
}
