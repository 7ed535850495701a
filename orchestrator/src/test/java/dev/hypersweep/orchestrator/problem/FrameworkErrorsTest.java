package dev.hypersweep.orchestrator.problem;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.hypersweep.orchestrator.OrchestratorTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FrameworkErrorsTest extends OrchestratorTest {

  @Test
  void unknownPathIsAProblemWithARequestId() {
    client()
        .get("/api/v1/no-such-thing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .header("X-Request-Id", notNullValue())
        .body("type", equalTo("https://hypersweep.dev/problems/not-found"))
        .body("instance", equalTo("/api/v1/no-such-thing"));
  }
}
