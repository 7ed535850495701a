package dev.hypersweep.orchestrator.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hypersweep.orchestrator.Deadline;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Heartbeat;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.LogChunk;
import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.MetricPoint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a worker sends after its lease was lost is refused, and nothing of it is stored. */
@QuarkusTest
class FenceTest extends DispatchTest {

  private final Map<String, Function<Lease, Response>> writes =
      Map.of(
          "heartbeat", lease -> attempt(lease, "heartbeat", new Heartbeat(lease.generation(), 5)),
          "metrics", lease -> attempt(lease, "metrics", batch(lease)),
          "logs", lease -> attempt(lease, "logs", new LogChunk(lease.generation(), 7, "late")),
          "artifact", lease -> upload(lease, "late", 3L, new byte[] {1, 2, 3}),
          "result", lease -> finish(lease, 0.99),
          "failure", lease -> fail(lease, FailureClass.CODE));

  @TestFactory
  List<DynamicTest> writesOfASupersededAttemptAreRefused() {
    return writes.entrySet().stream()
        .map(
            write ->
                DynamicTest.dynamicTest(
                    write.getKey(), () -> refusedAfterAnotherLease(write.getValue())))
        .toList();
  }

  private void refusedAfterAnotherLease(Function<Lease, Response> write) {
    sql.update("truncate sweep, trial, run, attempt, worker cascade");
    long run = queue("default", 0, 1).get(0);
    Lease late = claim(register("late"));
    expire(run);
    Deadline.until("the run waits again", () -> runState(run).equals("WAITING"));
    refused(late, write);
    Lease current = claim(register("current"));
    assertThat(current.generation()).isEqualTo(2);
    refused(late, write);
    finish(current, 0.5).then().statusCode(200);
    refused(late, write);
    assertThat(sql.number("select count(*) from metric_batch")).isZero();
    assertThat(sql.number("select count(*) from metric_point")).isZero();
    assertThat(sql.number("select count(*) from metric_array")).isZero();
    assertThat(sql.number("select count(*) from log_chunk")).isZero();
    assertThat(sql.number("select count(*) from artifact")).isZero();
    assertThat(text("select value from result_metric where name = 'accuracy'")).isEqualTo("0.5");
    assertThat(runState(run)).isEqualTo("SUCCEEDED");
    assertThat(text("select state from attempt where id = ?", late.attemptId()))
        .isEqualTo("EXPIRED");
  }

  private void refused(Lease lease, Function<Lease, Response> write) {
    write
        .apply(lease)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("https://hypersweep.dev/problems/stale-generation"));
  }

  @TestFactory
  List<DynamicTest> writesOfALeaseThatNeverExistedAreNotFound() {
    return writes.entrySet().stream()
        .map(
            write ->
                DynamicTest.dynamicTest(
                    write.getKey(),
                    () ->
                        write
                            .getValue()
                            .apply(
                                new Lease(
                                    4711,
                                    1,
                                    1,
                                    30,
                                    Examples.specification(Examples.NOUNS, 0, "moe"),
                                    null))
                            .then()
                            .statusCode(404)
                            .contentType("application/problem+json")
                            .body("type", equalTo("https://hypersweep.dev/problems/not-found"))
                            .body("detail", containsString("4711"))))
        .toList();
  }

  @Test
  void aGenerationThatWasNeverGivenOutIsRefused() {
    queue("default", 0, 1);
    Lease lease = claim(register("w"));
    Lease wrong = new Lease(lease.attemptId(), lease.runId(), 9, 30, lease.specification(), null);

    writes.values().forEach(write -> refused(wrong, write));
  }

  private static MetricBatch batch(Lease lease) {
    return new MetricBatch(
        lease.generation(),
        3,
        List.of(new MetricPoint("train/loss", 1, 2.5)),
        null,
        List.of(new MetricArray("routing/load/1", 1, List.of(0.5, 0.5))));
  }
}
