package dev.hypersweep.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hypersweep.orchestrator.Deadline;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.run.RunCancellation;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Heartbeat;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class AttemptEndTest extends DispatchTest {

  @Inject Transactions transactions;
  @Inject RunCancellation cancellation;

  @Test
  void aResultEndsRunTrialAndSweep() {
    List<Long> runs = queue("default", 0, 2);
    long worker = register("w");

    finish(claim(worker), 0.5).then().statusCode(200);
    assertThat(text("select state from trial")).isEqualTo("RUNNING");
    finish(claim(worker), 0.75).then().statusCode(200);

    assertThat(runState(runs.get(1))).isEqualTo("SUCCEEDED");
    assertThat(text("select state from trial")).isEqualTo("COMPLETED");
    assertThat(text("select objective from trial")).isEqualTo("0.625");
    assertThat(text("select state from sweep where finished_at is not null")).isEqualTo("FINISHED");
    assertThat(text("select seal from result limit 1"))
        .isEqualTo(Sha256.hex(text("select manifest from result limit 1")));
  }

  @Test
  void theSameResultAgainChangesNothingAndAnotherIsRefused() {
    queue("default", 0, 1);
    Lease lease = claim(register("w"));

    finish(lease, 0.5).then().statusCode(200);
    finish(lease, 0.5).then().statusCode(200);
    fail(lease, FailureClass.CODE).then().statusCode(409);

    assertThat(sql.number("select count(*) from result")).isEqualTo(1);
    assertThat(text("select state from attempt")).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureClass.class,
      names = {"NAN", "BAD_DATA", "CODE"})
  void whatWouldFailAgainIsNotTriedAgain(FailureClass failure) {
    long run = queue("default", 0, 1).get(0);
    Lease lease = claim(register("w"));

    fail(lease, failure).then().statusCode(200);
    fail(lease, failure).then().statusCode(200);

    assertThat(runState(run)).isEqualTo("FAILED");
    assertThat(text("select failure_class from run")).isEqualTo(failure.name());
    assertThat(text("select state from trial")).isEqualTo("FAILED");
    assertThat(text("select state from sweep")).isEqualTo("FAILED");
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureClass.class,
      names = {"OOM", "TIMEOUT"})
  void whatMayPassIsTriedOnceMore(FailureClass failure) {
    long run = queue("default", 0, 1).get(0);
    long worker = register("w");

    fail(claim(worker), failure).then().statusCode(200);
    assertThat(runState(run)).isEqualTo("WAITING");
    fail(claim(worker), failure).then().statusCode(200);

    assertThat(runState(run)).isEqualTo("FAILED");
    assertThat(sql.number("select attempts from run")).isEqualTo(2);
  }

  @Test
  void preemptionCostsNoBudget() {
    long run = queue("default", 0, 1).get(0);
    long worker = register("w");

    for (int i = 0; i < 8; i++) {
      fail(claim(worker), FailureClass.PREEMPTED).then().statusCode(200);
    }

    assertThat(runState(run)).isEqualTo("WAITING");
    assertThat(sql.number("select attempts from run")).isZero();
  }

  @Test
  void aRunWhoseNodesKeepDyingFailsInTheEnd() {
    long run = queue("default", 0, 1).get(0);
    long worker = register("w");

    for (int i = 1; i <= 6; i++) {
      claim(worker);
      long attempts = i;
      expire(run);
      Deadline.until(
          "attempt is counted", () -> sql.number("select attempts from run") == attempts);
    }

    assertThat(runState(run)).isEqualTo("FAILED");
    assertThat(text("select failure_class from run")).isEqualTo("NODE_LOST");
  }

  @Test
  void anExpiredRunGoesOnFromItsNewestCheckpoint() {
    long run = queue("default", 0, 1).get(0);
    Lease first = claim(register("w"));
    upload(first, "checkpoint-100", 100L, bytes("at 100")).then().statusCode(200);
    upload(first, "checkpoint-200", 200L, bytes("at 200")).then().statusCode(200);
    upload(first, "notes.txt", null, bytes("no checkpoint")).then().statusCode(200);
    expire(run);
    Deadline.until("the run waits again", () -> runState(run).equals("WAITING"));

    Lease second = claim(register("another"));

    assertThat(second.resume().step()).isEqualTo(200);
    assertThat(second.resume().attemptId()).isEqualTo(first.attemptId());
    worker()
        .get("/api/v1/worker/artifacts/" + second.resume().sha256())
        .then()
        .statusCode(200)
        .body(equalTo("at 200"));
  }

  @Test
  void anotherTrainerStartsAfresh() {
    long run = queue("default", 0, 1).get(0);
    Lease first = claim(register("w"));
    upload(first, "checkpoint-100", 100L, bytes("at 100")).then().statusCode(200);
    fail(first, FailureClass.PREEMPTED);

    Lease second = claim(register(Examples.registration("v", "trainer-2", Examples.NOUNS)));

    assertThat(second.runId()).isEqualTo(run);
    assertThat(second.resume()).isNull();
  }

  @Test
  void aHeartbeatKeepsTheLeaseAndCarriesSignals() {
    long run = queue("default", 0, 1).get(0);
    Lease lease = claim(register("w"));
    sql.update("update run set lease_expires_at = now() + interval '2 seconds'");

    attempt(lease, "heartbeat", new Heartbeat(lease.generation(), 42))
        .then()
        .statusCode(200)
        .body("signal", equalTo("CONTINUE"))
        .body("expiresInSeconds", equalTo(30));
    sql.update("update run set signal = 'PRUNE' where id = ?", run);
    attempt(lease, "heartbeat", new Heartbeat(lease.generation(), 43))
        .then()
        .body("signal", equalTo("PRUNE"));

    assertThat(sql.number("select step from attempt")).isEqualTo(43);
    assertThat(
            sql.number("select count(*) from run where lease_expires_at > now() + interval '20 s'"))
        .isEqualTo(1);
  }

  @Test
  void aCancelledRunsWorkerHearsOfItAndStoresNothingMore() {
    long run = queue("default", 0, 1).get(0);
    Lease lease = claim(register("w"));

    transactions.run(() -> cancellation.cancel(run));

    attempt(lease, "heartbeat", new Heartbeat(lease.generation(), 1))
        .then()
        .statusCode(200)
        .body("signal", equalTo("CANCEL"));
    finish(lease, 0.5).then().statusCode(409);
    fail(lease, FailureClass.PREEMPTED).then().statusCode(409);
    assertThat(runState(run)).isEqualTo("CANCELLED");
    assertThat(text("select state from trial")).isEqualTo("CANCELLED");
  }

  @Test
  void aFailureAfterACancelSignalCancelsTheRun() {
    long run = queue("default", 0, 1).get(0);
    Lease lease = claim(register("w"));
    sql.update("update run set signal = 'CANCEL' where id = ?", run);

    fail(lease, FailureClass.PREEMPTED).then().statusCode(200);

    assertThat(runState(run)).isEqualTo("CANCELLED");
  }

  @Test
  void aRetryWhileItsSweepIsPausedIsHeld() {
    long run = queue("default", 0, 1).get(0);
    Lease lease = claim(register("w"));
    sql.update("update sweep set state = 'PAUSED'");

    fail(lease, FailureClass.PREEMPTED).then().statusCode(200);

    assertThat(runState(run)).isEqualTo("HELD");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
