package dev.hypersweep.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hypersweep.orchestrator.Deadline;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.orchestrator.worker.Examples;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.Sha256;
import dev.hypersweep.protocol.StepDigests;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An audit from its request to its verdict, by the worker protocol alone. */
@QuarkusTest
class AuditDispatchTest extends DispatchTest {

  private long run;
  private long worker;

  @BeforeEach
  void aRunThatAWorkerComputed() {
    run = queue("default", 0, 1).get(0);
    worker = register("w");
    Lease lease = claim(worker);
    digests(lease, 0, 1, 400, "history");
    finish(lease, 0.5).then().statusCode(200);
  }

  @Test
  void aWorkerExecutesTheManifestAndTheVerdictFollows() {
    long audit = request();
    queue("default", 5, 1);
    Lease lease = claim(worker);
    assertThat(text("select kind from run where id = ?", lease.runId())).isEqualTo("AUDIT");
    assertThat(lease.specification().datasetHash())
        .isEqualTo(Examples.dataset(Examples.NOUNS).contentHash());
    assertThat(lease.resume()).isNull();
    client().get("/api/v1/audits/" + audit).then().body("state", equalTo("RUNNING"));

    digests(lease, 0, 1, 150, "history");
    digests(lease, 1, 151, 400, "history");
    finish(lease, 0.5).then().statusCode(200);

    judged(audit, "BIT_IDENTICAL");
  }

  @Test
  void anAuditThatLostItsWorkerResumesAndIsStitched() {
    long audit = request();
    Lease first = claim(worker);
    digests(first, 0, 1, 200, "history");
    upload(first, "checkpoint-100", 100L, new byte[] {1}).then().statusCode(200);
    digests(first, 1, 201, 250, "lost");
    fail(first, FailureClass.PREEMPTED).then().statusCode(200);

    Lease second = claim(worker);
    assertThat(second.runId()).isEqualTo(first.runId());
    assertThat(second.resume().step()).isEqualTo(100);
    digests(second, 0, 101, 400, "history");
    finish(second, 0.5).then().statusCode(200);

    judged(audit, "BIT_IDENTICAL");
  }

  @Test
  void refusedDataIsNotReproducible() {
    long audit = request();
    fail(claim(worker), FailureClass.BAD_DATA).then().statusCode(200);

    judged(audit, "NOT_REPRODUCIBLE");
    client()
        .get("/api/v1/audits/" + audit)
        .then()
        .body("reason", containsString("BAD_DATA"))
        .body("reason", containsString("as the test wants it"));
  }

  private long request() {
    Number audit =
        client()
            .post("/api/v1/runs/" + run + "/audits")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    return audit.longValue();
  }

  private void digests(Lease lease, long sequence, int from, int to, String history) {
    List<String> digests =
        IntStream.rangeClosed(from, to).mapToObj(step -> Sha256.hex(history + step)).toList();
    attempt(
            lease,
            "metrics",
            new MetricBatch(
                lease.generation(), sequence, List.of(), new StepDigests(from, digests)))
        .then()
        .statusCode(200);
  }

  private void judged(long audit, String verdict) {
    String path = "/api/v1/audits/" + audit;
    Deadline.until("judged", () -> client().get(path).path("state").equals("JUDGED"));
    client().get(path).then().body("verdict", equalTo(verdict));
  }
}
