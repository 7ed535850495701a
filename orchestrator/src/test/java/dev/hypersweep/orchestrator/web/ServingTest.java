package dev.hypersweep.orchestrator.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.hypersweep.orchestrator.Deadline;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What is served beside the API. */
@QuarkusTest
class ServingTest extends DispatchTest {

  @Test
  void healthKnowsTheDatabaseAndTheReaper() {
    client()
        .get("/q/health")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", hasItem("lease reaper"))
        .body("checks.name", hasItem(containsString("Database")));
  }

  @Test
  void prometheusSeesRunsByState() {
    queue("default", 0, 3);
    Deadline.until(
        "three runs wait",
        () ->
            client()
                .get("/q/metrics")
                .asString()
                .contains("hypersweep_runs{state=\"WAITING\"} 3.0"));
    client().get("/q/metrics").then().body(containsString("hypersweep_leases_expired_total"));
  }

  @Test
  void theApiDocumentTellsOfProblems() {
    String worker = "paths.'/api/v1/worker/leases'.post.responses.";
    client()
        .accept("application/json")
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("info.title", equalTo("HyperSweep"))
        .body("components.schemas.Problem.properties.requestId", notNullValue())
        .body(worker + "default.'$ref'", equalTo("#/components/responses/Problem"))
        .body(worker + "'204'", notNullValue());
  }

  @Test
  void answersAreCompressedForThoseWhoAsk() {
    client()
        .header("Accept-Encoding", "gzip")
        .get("/api/v1/catalogue")
        .then()
        .statusCode(200)
        .header("Content-Encoding", "gzip");
  }
}
