package dev.hypersweep.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.LeaseRequest;
import dev.hypersweep.protocol.SignOff;
import dev.hypersweep.protocol.WorkerRegistered;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignOffTest extends DispatchTest {

  private WorkerRegistered registered(String name) {
    return post("registrations", Examples.registration(name, "trainer-1", Examples.NOUNS))
        .as(WorkerRegistered.class);
  }

  private ValidatableResponse signOff(WorkerRegistered life) {
    return post("sign-offs", new SignOff(life.workerId(), life.registration())).then();
  }

  private ValidatableResponse worker(String state) {
    return client().get("/api/v1/workers").then().body("items[0].state", equalTo(state));
  }

  @Test
  void aWorkerThatSignedOffReadsStoppedAndIsGivenNothing() {
    WorkerRegistered life = registered("w");
    worker("IDLE");
    signOff(life).statusCode(200);
    queue("default", 0, 1);

    worker("STOPPED").body("items[0].currentRun", nullValue());
    sql.update("update worker set last_seen_at = now() - interval '1 hour'");
    worker("STOPPED");
    post("leases", new LeaseRequest(life.workerId(), "late"))
        .then()
        .statusCode(404)
        .body("detail", containsString("signed off"));
    assertThat(claim(registered("w").workerId())).isNotNull();
    worker("BUSY");
  }

  @Test
  void itsLeaseReturnsAtOnceWithTheAttemptPreempted() {
    long run = queue("default", 0, 1).get(0);
    WorkerRegistered life = registered("w");
    Lease lease = claim(life.workerId());

    signOff(life).statusCode(200);

    assertThat(runState(run)).isEqualTo("WAITING");
    assertThat(text("select state || ' ' || failure_class from attempt"))
        .isEqualTo("FAILED PREEMPTED");
    assertThat(sql.number("select attempts from run")).isZero();
    finish(lease, 0.5).then().statusCode(409);
    assertThat(claim(register("another")).runId()).isEqualTo(run);
  }

  @Test
  void theSameSignOffAgainChangesNothing() {
    WorkerRegistered life = registered("w");
    signOff(life).statusCode(200);
    String stopped = text("select stopped_at from worker");

    signOff(life).statusCode(200);

    assertThat(text("select stopped_at from worker")).isEqualTo(stopped);
  }

  @Test
  void anEarlierLifeCannotSignOffALaterOne() {
    WorkerRegistered before = registered("w");
    WorkerRegistered now = registered("w");
    queue("default", 0, 1);
    Lease lease = claim(now.workerId());

    signOff(before).statusCode(409).body("type", endsWith("/stale-generation"));

    worker("BUSY");
    finish(lease, 0.5).then().statusCode(200);
  }

  @Test
  void whoNeverRegisteredCannotSignOff() {
    post("sign-offs", new SignOff(4711, 1)).then().statusCode(404);
    post("sign-offs", "null").then().statusCode(422);
  }
}
