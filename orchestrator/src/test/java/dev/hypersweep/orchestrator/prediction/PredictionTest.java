package dev.hypersweep.orchestrator.prediction;

import static dev.hypersweep.orchestrator.prediction.WrittenPredictions.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the file that a worker sends to the rows that people read. */
@QuarkusTest
class PredictionTest extends DispatchTest {

  @Test
  void theAcceptedAttemptsRowsCanBeReadFilteredAndFetched() throws IOException {
    long run = queue("default", 0, 1).get(0);
    Lease lease = claim(register("w"));
    byte[] file = file(5);
    predictions(lease, "predictions-10-1.parquet", 10, file).then().statusCode(200);
    predictions(lease, "predictions-10-1.parquet", 10, file).then().statusCode(200);
    client()
        .get("/api/v1/runs/" + run + "/predictions")
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("absent", containsString("its predictions come with its result"));
    finish(lease, 0.5).then().statusCode(200);

    client()
        .get("/api/v1/runs/" + run + "/predictions?limit=2")
        .then()
        .body("absent", equalTo(null))
        .body("total", equalTo(6))
        .body("items.id", equalTo(List.of("0", "1")))
        .body("items[0].references", equalTo(List.of("yes")))
        .body("items[0].scores.correct", equalTo(1.0f))
        .body("splits.name", equalTo(List.of("dev", "test")))
        .body("splits.right", equalTo(Arrays.asList(3, null)))
        .body("judgedBy", equalTo("correct"));
    List<String> wrong = new ArrayList<>();
    String cursor = "";
    do {
      Response page =
          client()
              .get("/api/v1/runs/" + run + "/predictions?answers=wrong&limit=1&cursor=" + cursor);
      wrong.addAll(page.path("items.id"));
      cursor = page.path("next");
    } while (cursor != null);
    assertThat(wrong).containsExactly("1", "3");
    byte[] fetched = client().get("/api/v1/runs/" + run + "/predictions.parquet").asByteArray();
    assertThat(Sha256.hex(fetched)).isEqualTo(Sha256.hex(file));
    client()
        .get("/api/v1/runs/" + run + "/predictions?split=train")
        .then()
        .statusCode(400)
        .body("errors[0].fix", containsString("dev, test"));
  }

  @Test
  void whatALateAttemptSendsIsNeverTheRuns() throws IOException {
    long run = queue("default", 0, 1).get(0);
    Lease late = claim(register("w"));
    predictions(late, "predictions-10-1.parquet", 10, file(2)).then().statusCode(200);
    fail(late, FailureClass.NODE_LOST).then().statusCode(200);
    Lease lease = claim(register("w"));
    predictions(late, "predictions-20-2.parquet", 20, file(3)).then().statusCode(409);
    finish(lease, 0.5).then().statusCode(200);
    client()
        .get("/api/v1/runs/" + run + "/predictions")
        .then()
        .body("items", hasSize(0))
        .body("absent", containsString("has a result but no predictions"));
    client().get("/api/v1/runs/" + run + "/predictions.parquet").then().statusCode(404);
  }

  @Test
  void aResumedAttemptHasWhatWasMadeUpToItsCheckpoint() throws IOException {
    long run = queue("default", 0, 1).get(0);
    Lease first = claim(register("w"));
    predictions(first, "predictions-10-1.parquet", 10, file(2)).then().statusCode(200);
    upload(first, "checkpoint-20", 20L, new byte[] {1}).then().statusCode(200);
    predictions(first, "predictions-30-2.parquet", 30, file(3)).then().statusCode(200);
    fail(first, FailureClass.NODE_LOST).then().statusCode(200);
    Lease second = claim(register("w"));
    assertThat(second.resume().step()).isEqualTo(20);
    finish(second, 0.5).then().statusCode(200);
    client().get("/api/v1/runs/" + run + "/predictions").then().body("total", equalTo(3));
  }

  @Test
  void theNewestOfAnAttemptCounts() throws IOException {
    long run = queue("default", 0, 1).get(0);
    Lease lease = claim(register("w"));
    predictions(lease, "predictions-10-1.parquet", 10, file(2)).then().statusCode(200);
    predictions(lease, "predictions-20-2.parquet", 20, file(4)).then().statusCode(200);
    finish(lease, 0.5).then().statusCode(200);
    client().get("/api/v1/runs/" + run + "/predictions").then().body("total", equalTo(5));
  }

  @Test
  void aReusedRunShowsThoseOfTheRunThatItReuses() throws IOException {
    long run = queue("default", 0, 1).get(0);
    Lease lease = claim(register("w"));
    predictions(lease, "predictions-10-1.parquet", 10, file(2)).then().statusCode(200);
    finish(lease, 0.5).then().statusCode(200);
    long again = queue("default", 0, 1).get(0);
    sql.update("update run set state = 'SUCCEEDED', reused_from = ? where id = ?", run, again);
    client()
        .get("/api/v1/runs/" + again + "/predictions")
        .then()
        .body("computedBy", equalTo((int) run))
        .body("total", equalTo(3));
  }

  @Test
  void rightAndWrongAreRefusedWhereThereIsNeither() throws IOException {
    long run = queue("default", 0, 1).get(0);
    Lease lease = claim(register("w"));
    byte[] file =
        WrittenPredictions.bytes(List.of(row("dev", "0", null, "3.5", "squared_error", 0.25)));
    predictions(lease, "predictions-10-1.parquet", 10, file).then().statusCode(200);
    finish(lease, 0.5).then().statusCode(200);
    client()
        .get("/api/v1/runs/" + run + "/predictions?answers=wrong")
        .then()
        .statusCode(400)
        .body("errors[0].message", containsString("squared_error"));
  }

  @Test
  void twoRunsAreComparedByMcNemarAndOnlyInOneClass() throws IOException {
    List<Long> runs = queue("default", 0, 2);
    long worker = register("w");
    // A is right on 0..7, B on 6..9.
    for (int i = 0; i < 2; i++) {
      Lease lease = claim(worker);
      List<PredictionRow> rows = new ArrayList<>();
      for (int id = 0; id < 10; id++) {
        boolean right = i == 0 ? id < 8 : id >= 6;
        rows.add(row("dev", "" + id, null, right ? "yes" : "no", "correct", right ? 1.0 : 0.0));
      }
      predictions(lease, "predictions-1-1.parquet", 1, WrittenPredictions.bytes(rows));
      finish(lease, 0.5).then().statusCode(200);
    }
    String path = "/api/v1/comparisons/predictions?a=%d&b=%d".formatted(runs.get(0), runs.get(1));
    client()
        .get(path)
        .then()
        .statusCode(200)
        .body("counts.bothRight", equalTo(2))
        .body("counts.onlyA", equalTo(6))
        .body("counts.onlyB", equalTo(2))
        .body("counts.noneRight", equalTo(0))
        .body("difference", equalTo(0.4f))
        .body("test", equalTo("McNemar, mid-p"))
        // 2 · P(X <= 2) - P(X = 2), X binomial (8, 1/2): (2 · 37 - 28) / 256.
        .body("p", equalTo(0.1796875f))
        .body("items.id", equalTo(List.of("0", "1", "2", "3", "4", "5", "8", "9")))
        .body("items[0].outputsA", equalTo(List.of("yes")))
        .body("items[0].outputsB", equalTo(List.of("no")));
    client().get(path + "&show=b").then().body("items.id", equalTo(List.of("8", "9")));
    String second = client().get(path + "&limit=5").path("next");
    client()
        .get(path + "&limit=5&cursor=" + second)
        .then()
        .body("items.id", equalTo(List.of("5", "8", "9")));

    sql.update(
        """
        update result set comparability_class = 'other',
          manifest = replace(manifest, '"evaluationBatch":256', '"evaluationBatch":64')
        where run_id = ?
        """,
        runs.get(1));
    client()
        .get(path)
        .then()
        .statusCode(400)
        .body("errors[0].message", containsString("not of one comparability class"));
  }

  /** So many examples of dev, every second right, the first too; and one of test. */
  private static byte[] file(int examples) throws IOException {
    List<PredictionRow> rows = new ArrayList<>();
    for (int id = 0; id < examples; id++) {
      boolean right = id % 2 == 0;
      rows.add(row("dev", "" + id, null, right ? "yes" : "no", "correct", right ? 1.0 : 0.0));
    }
    rows.add(row("test", "0", null, "yes", "correct", null));
    return WrittenPredictions.bytes(rows);
  }

  private Response predictions(Lease lease, String name, long made, byte[] content) {
    return worker()
        .contentType("application/octet-stream")
        .queryParam("generation", lease.generation())
        .queryParam("kind", "predictions")
        .queryParam("made", made)
        .body(content)
        .put("/api/v1/worker/attempts/{attempt}/artifacts/{name}", lease.attemptId(), name);
  }
}
