package dev.hypersweep.orchestrator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import dev.hypersweep.orchestrator.StoredWork;
import dev.hypersweep.orchestrator.Yaml;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SweepListTest extends RunningOrchestrator {

  private void submit(String name, String team) {
    Yaml.of("name: " + name + "\nvariants: [dense, moe]\ndatasets: [wordnet]\nseeds: 2\n")
        .queryParam("team", team)
        .post("/api/v1/sweeps")
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({"-id", "id", "name", "-name", "priority"})
  void pagesShowEveryRowOnceWhileRowsAreInserted(String sort) {
    IntStream.range(0, 7).forEach(i -> submit("sweep" + (i * 5) % 7 / 2, "default"));
    List<Integer> seen = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page =
          client()
              .queryParam("sort", sort)
              .queryParam("limit", 2)
              .queryParam("cursor", cursor == null ? "" : cursor)
              .get("/api/v1/sweeps")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.id", Integer.class));
      cursor = page.getString("next");
      submit("aaa", "default");
      submit("zzz", "default");
    } while (cursor != null && seen.size() < 40);
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen).contains(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void filtersNarrowListAndTotal() {
    submit("alpha", "vision");
    submit("beta", "language");
    client().post("/api/v1/sweeps/2/cancel").then().statusCode(200);
    client()
        .get("/api/v1/sweeps?team=vision")
        .then()
        .body("total", equalTo(1))
        .body("items.name", contains("alpha"));
    client().get("/api/v1/sweeps?q=BET").then().body("items.name", contains("beta"));
    client().get("/api/v1/sweeps?q=%25").then().body("total", equalTo(0));
    client().get("/api/v1/sweeps?state=CANCELLED").then().body("items.id", contains(2));
    client().get("/api/v1/sweeps?sort=name").then().body("items.id", contains(1, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "/sweeps?state=DONE, state, WAITING",
    "/sweeps?sort=age, sort, name",
    "/sweeps?limit=0, limit, 200",
    "/sweeps?limit=201, limit, 200",
    "/sweeps?limit=many, limit, 200",
    "/sweeps?cursor=AAAA, cursor, next",
    "/sweeps/1/runs?state=DONE, state, LEASED",
    "/sweeps/1/runs?dataset=glue, dataset, glue/cola",
    "/sweeps/1/trials?sort=score, sort, objective",
    "/sweeps/1/trials?state=LEASED, state, COMPLETED",
    "/runs/1/metrics?points=3, points, 10000",
    "/runs/1/logs?attempt=x, attempt, whole",
  })
  void anUnknownValueIsRefusedWithTheAllowedOnes(String path, String field, String allowed) {
    submit("alpha", "default");
    client()
        .get("/api/v1" + path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", endsWith("/invalid-parameter"))
        .body("errors[0].field", equalTo(field))
        .body("errors[0].fix", containsString(allowed));
  }

  @Test
  void aNulCharacterInAFilterIsRefused() {
    client()
        .urlEncodingEnabled(false)
        .get("/api/v1/sweeps?q=a%00b")
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-parameter"));
  }

  @Test
  void bestTrialCountsAndTimeLeftComeFromTheRuns() {
    submit("alpha", "default");
    StoredWork work = new StoredWork(sql);
    long worker = work.worker("w1", StoredWork.NOUNS, StoredWork.VERBS);
    sql.update("update sweep set state = 'RUNNING', started_at = now()");
    List<Long> runs = work.runs(1);
    work.succeed(runs.get(0), worker, 0.5, 8);
    work.succeed(runs.get(1), worker, 0.5, 8);
    long attempt = work.lease(runs.get(2), worker);
    sql.update("update attempt set step = 100 where id = ?", attempt);
    sql.update("update trial set objective = 0.4 where number = 0");
    sql.update("update trial set objective = 0.6 where number = 1");
    client()
        .get("/api/v1/sweeps")
        .then()
        .body("items[0].runs.succeeded", equalTo(2))
        .body("items[0].runs.leased", equalTo(1))
        .body("items[0].best.variant", equalTo("moe"))
        .body("items[0].best.trialId", equalTo(2))
        .body("items[0].best.value", equalTo(0.6f))
        .body("items[0].best.partial", nullValue())
        // Five runs wait, and three quarters of one are left: 5.75 x 8 seconds on one worker.
        .body("items[0].secondsLeft.doubleValue()", closeTo(46.0, 1e-9));
    client()
        .get("/api/v1/sweeps/1/trials?sort=-objective")
        .then()
        .body("items.number", contains(1, 0));
  }
}
