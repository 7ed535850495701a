package dev.hypersweep.orchestrator.run;

import static dev.hypersweep.orchestrator.StoredWork.NOUNS;
import static dev.hypersweep.orchestrator.StoredWork.VERBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredWork;
import dev.hypersweep.orchestrator.Yaml;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunReadTest extends RunningOrchestrator {

  private static final String LOSS = "train/loss";
  private static final String ACCURACY = "evaluation/accuracy";

  private StoredWork work;
  private long worker;

  @BeforeEach
  void aSweepOfFourRuns() {
    Yaml.of("name: s\nvariants: [dense]\ndatasets: [wordnet]\nseeds: 2\n")
        .post("/api/v1/sweeps")
        .then()
        .statusCode(201);
    work = new StoredWork(sql);
    worker = work.worker("w1", NOUNS, VERBS);
  }

  private JsonPath get(String path) {
    return client().get("/api/v1" + path).then().statusCode(200).extract().jsonPath();
  }

  /** Three attempts: the first lost after step 250, resumed at 200; the second at 300. */
  private void resumeTwice(long run) {
    long first = work.attempt(run, worker, "EXPIRED", null, 0);
    work.points(first, LOSS, 10, 250, 10, 1);
    work.digests(first, 0, 1, 120);
    work.digests(first, 1, 121, 250);
    long second = work.attempt(run, worker, "FAILED", first, 200);
    work.points(second, LOSS, 210, 390, 10, 2);
    work.digests(second, 0, 201, 390);
    // Began anew and was lost: no part of the history of the accepted attempt.
    long aside = work.attempt(run, worker, "FAILED", null, 0);
    work.points(aside, LOSS, 10, 400, 10, 99);
    long third = work.attempt(run, worker, "ACCEPTED", second, 300);
    work.points(third, LOSS, 310, 400, 10, 3);
    work.digests(third, 0, 301, 400);
  }

  @Test
  void curvesAndDigestsAreStitchedWhereAttemptsResumed() {
    resumeTwice(1);
    JsonPath loss = get("/runs/1/metrics?name=" + LOSS);
    List<List<Number>> points = loss.getList("series[0].points");
    assertThat(points).hasSize(40);
    for (int i = 0; i < 40; i++) {
      int step = 10 * (i + 1);
      assertThat(points.get(i).get(0).intValue()).isEqualTo(step);
      assertThat(points.get(i).get(1).intValue()).isEqualTo(step <= 200 ? 1 : step <= 300 ? 2 : 3);
    }
    assertThat(loss.getBoolean("series[0].sampled")).isFalse();
    sql.update(
        "insert into metric_array select attempt_id, 'load', step, array[value, 0] from metric_point");
    JsonPath load = get("/runs/1/metric-arrays");
    assertThat(load.getList("arrays[0].steps")).hasSize(40);
    assertThat(load.getDouble("arrays[0].values[19][0]")).isEqualTo(1);
    assertThat(load.getDouble("arrays[0].values[20][0]")).isEqualTo(2);
    assertThat(load.getDouble("arrays[0].values[39][0]")).isEqualTo(3);
    List<String> digests = get("/runs/1/digests").getList("digests");
    assertThat(digests).hasSize(400);
    assertThat(digests.get(199)).isEqualTo(StoredWork.digest(1, 200));
    assertThat(digests.get(200)).isEqualTo(StoredWork.digest(2, 201));
    assertThat(digests.get(300)).isEqualTo(StoredWork.digest(4, 301));
  }

  @Test
  void whatIsSaidOnceBeforeTheFirstStepIsShownOnce() {
    resumeTwice(1);
    sql.update(
        "insert into metric_point select id, 'data/train/cut_tokens', 0, 7 from attempt where run_id = 1");
    assertThat(get("/runs/1/metrics?name=data/train/cut_tokens").getList("series[0].points"))
        .isEqualTo(List.of(List.of(0, 7.0f)));
  }

  @Test
  void downSamplingKeepsASpike() {
    long attempt = work.lease(1, worker);
    work.points(attempt, LOSS, 1, 10_000, 1, 0.5);
    sql.update("update metric_point set value = 1e6 where step = 7777");
    JsonPath series = get("/runs/1/metrics?points=50");
    assertThat(series.getInt("series[0].total")).isEqualTo(10_000);
    assertThat(series.getBoolean("series[0].sampled")).isTrue();
    List<List<Number>> points = series.getList("series[0].points");
    assertThat(points).hasSizeLessThanOrEqualTo(50);
    assertThat(points).anyMatch(p -> p.get(0).intValue() == 7777 && p.get(1).doubleValue() == 1e6);
  }

  @Test
  void aReusedRunShowsTheNumbersOfTheOther() {
    resumeTwice(1);
    work.succeed(1, worker, 0.75, 9.5);
    // Runs 1 and 3 are the nouns with seeds 0 and 1.
    work.reuse(3, 1);
    JsonPath run = get("/runs/3");
    assertThat(run.getLong("reusedFrom")).isEqualTo(1);
    assertThat(run.getDouble("value")).isEqualTo(0.75);
    assertThat(run.getDouble("metrics.loss")).isEqualTo(0.25);
    assertThat(run.getDouble("seconds")).isEqualTo(9.5);
    assertThat(run.getString("worker")).isEqualTo("w1");
    assertThat(run.getList("attempts")).hasSize(4);
    assertThat(run.getLong("cost.activeParameters")).isEqualTo(6);
    assertThat(run.getString("fingerprint")).hasSize(64);
    assertThat(get("/runs/3/metrics").getList("series[0].points")).hasSize(40);
    assertThat(get("/runs/3/digests").getString("chain")).isEqualTo("chain");
    assertThat(get("/runs/3/manifest").getBoolean("sealHolds")).isTrue();
    client()
        .get("/api/v1/sweeps/1/trials")
        .then()
        .body("items[0].runs.reused", equalTo(1))
        .body("items[0].cells[0].n", equalTo(2))
        .body("items[0].cells[0].mean", equalTo(0.75f))
        .body("items[0].cells[0].sd", equalTo(0.0f))
        .body("items[0].cells[0].low", equalTo(0.75f));
    JsonPath curves = get("/sweeps/1/curves?metric=" + LOSS + "&dataset=" + NOUNS);
    assertThat(curves.getList("curves")).hasSize(1);
    assertThat(curves.getList("curves[0].points")).hasSize(40);
    assertThat(curves.getInt("curves[0].points[39].n")).isEqualTo(2);
  }

  @Test
  void cellsHaveATIntervalOverSeedsAndSayWhatFailed() {
    work.succeed(1, worker, 0.50, 9);
    work.succeed(3, worker, 0.60, 9);
    sql.update("update run set state = 'FAILED', failure_class = 'NAN' where id = 2");
    work.succeed(4, worker, 0.3, 9);
    client()
        .get("/api/v1/sweeps/1/trials")
        .then()
        // t(1 degree, 97.5 %) = 12.706; s = 0.0707; half = 12.706 * 0.0707 / sqrt 2
        .body("items[0].cells[0].mean.doubleValue()", closeTo(0.55, 1e-6))
        .body("items[0].cells[0].sd.doubleValue()", closeTo(0.0707107, 1e-6))
        .body("items[0].cells[0].low.doubleValue()", closeTo(0.55 - 0.63531, 1e-4))
        .body("items[0].cells[0].high.doubleValue()", closeTo(0.55 + 0.63531, 1e-4))
        .body("items[0].cells[1].n", equalTo(1))
        .body("items[0].cells[1].of", equalTo(2))
        .body("items[0].cells[1].failed", equalTo(1))
        .body("items[0].cells[1].low", nullValue());
  }

  @Test
  void curvesOfASweepBandTheSeeds() {
    for (long run : new long[] {1, 3}) {
      long attempt = work.lease(run, worker);
      work.point(attempt, ACCURACY, 100, run == 1 ? 0.2 : 0.4);
      work.points(attempt, LOSS, 10, 20, 10, 1);
    }
    work.point(1, ACCURACY, 200, 0.5);
    JsonPath curves = get("/sweeps/1/curves");
    assertThat(curves.getString("metric")).isEqualTo(ACCURACY);
    assertThat(curves.getList("metrics")).containsExactly(ACCURACY, LOSS);
    assertThat(curves.getString("curves[0].variant")).isEqualTo("dense");
    assertThat(curves.getInt("curves[0].points[0].n")).isEqualTo(2);
    assertThat(curves.getDouble("curves[0].points[0].mean")).isEqualTo(0.3, within());
    assertThat(curves.getDouble("curves[0].points[0].low")).isEqualTo(0.2);
    assertThat(curves.getDouble("curves[0].points[0].high")).isEqualTo(0.4);
    assertThat(curves.getInt("curves[0].points[1].n")).isEqualTo(1);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-7);
  }

  @Test
  void theManifestHasAnETagAndTellsABrokenSeal() {
    client().get("/api/v1/runs/1/manifest").then().statusCode(404);
    work.succeed(1, worker, 0.5, 9);
    String tag =
        client()
            .get("/api/v1/runs/1/manifest")
            .then()
            .statusCode(200)
            .body("manifest.format", equalTo(1))
            .extract()
            .header("ETag");
    client().header("If-None-Match", tag).get("/api/v1/runs/1/manifest").then().statusCode(304);
    sql.update("update result set manifest = '{\"format\":2}'");
    client()
        .header("If-None-Match", tag)
        .get("/api/v1/runs/1/manifest")
        .then()
        .statusCode(200)
        .body("sealHolds", equalTo(false));
  }

  @Test
  void logsComeByAttemptAsJsonOrText() {
    long first = work.attempt(1, worker, "EXPIRED", null, 0);
    long second = work.attempt(1, worker, "ACTIVE", null, 0);
    work.log(first, 0, "one\n");
    work.log(first, 1, "two\n");
    work.log(second, 0, "three\n");
    client()
        .accept("application/json")
        .get("/api/v1/runs/1/logs")
        .then()
        .body("attempts.text", contains("one\ntwo\n", "three\n"))
        .body("attempts.truncated", contains(false, false));
    String text =
        client()
            .accept("text/plain")
            .get("/api/v1/runs/1/logs?attempt=1")
            .then()
            .extract()
            .asString();
    assertThat(text).isEqualTo("one\ntwo\n");
    client().get("/api/v1/runs/1/logs?attempt=77").then().statusCode(404);
    sql.update("update log_chunk set content = repeat('x', 1048577) where attempt_id = ?", second);
    JsonPath cut = get("/runs/1/logs?attempt=" + second);
    assertThat(cut.getBoolean("attempts[0].truncated")).isTrue();
    assertThat(cut.getString("attempts[0].text")).hasSize(1 << 20);
  }

  @Test
  void aWaitingRunSaysWhatItWaitsFor() {
    assertThat(get("/runs/1").getString("waitingBecause"))
        .isEqualTo("the workers that could execute it are busy");
    sql.update("delete from worker_dataset where dataset = ?", NOUNS);
    assertThat(get("/runs/1").getString("waitingBecause"))
        .isEqualTo("no live worker has dataset " + NOUNS);
    sql.update("update worker set threads = 4");
    assertThat(get("/runs/2").getString("waitingBecause"))
        .contains("offers device cpu with 1 threads");
    sql.update("update worker set last_seen_at = now() - interval '1 minute'");
    assertThat(get("/runs/1").getString("waitingBecause")).isEqualTo("no live worker");
    work.succeed(1, worker, 0.5, 9);
    assertThat(get("/runs/1").getString("waitingBecause")).isNull();
  }

  @Test
  void workersSayWhatTheyHaveAndDo() {
    work.worker("w0", NOUNS);
    work.worker("gone", NOUNS);
    sql.update("update worker set last_seen_at = now() - interval '1 minute' where name = 'gone'");
    long attempt = work.lease(2, worker);
    sql.update("update attempt set step = 120 where id = ?", attempt);
    client()
        .get("/api/v1/workers")
        .then()
        .body("items.name", contains("w0", "w1", "gone"))
        .body("items.state", contains("IDLE", "BUSY", "LOST"))
        .body("items[1].datasets.name", contains(NOUNS, VERBS))
        .body("items[1].datasets[0].majority", equalTo(0.145f))
        .body("items[1].currentRun.id", equalTo(2))
        .body("items[1].currentRun.dataset", equalTo(VERBS))
        .body("items[1].currentRun.step", equalTo(120))
        .body("items[1].currentRun.steps", equalTo(400))
        .body("items[0].currentRun", nullValue())
        .body("items[0].deviceClass", equalTo("cpu class"));
  }

  @Test
  void theCatalogueNamesWhatADefinitionMayName() {
    client()
        .get("/api/v1/catalogue")
        .then()
        .body("datasets", hasSize(Datasets.all().size()))
        .body("datasets.find { it.name == 'glue/cola' }.metric", equalTo("matthews"))
        .body("benchmarks[0].datasets", contains(NOUNS, VERBS))
        .body(
            "variants.name",
            contains("dense", "moe", "moe-share", "moe-adapters", "moe-matched", "hypermoe"))
        .body(
            "settings.find { it.name == 'experts' }.variants",
            contains("moe", "moe-share", "moe-adapters", "moe-matched", "hypermoe"))
        .body("settings.find { it.name == 'schedule' }.low", nullValue())
        .body("metrics[0].higherIsBetter", notNullValue());
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    for (String path : List.of("", "/metrics", "/logs", "/manifest", "/digests")) {
      client().get("/api/v1/runs/99" + path).then().statusCode(404);
    }
  }
}
