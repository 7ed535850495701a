package dev.hypersweep.orchestrator.security;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An orchestrator that others than this machine can reach answers nobody without a token. */
@QuarkusTest
@TestProfile(BoundElsewhereTest.Elsewhere.class)
class BoundElsewhereTest extends RunningOrchestrator {

  /** The rules of such an orchestrator; the test itself still listens on loopback. */
  public static final class Elsewhere implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("hypersweep.host", "192.0.2.1", "quarkus.http.host", "127.0.0.1");
    }
  }

  @Test
  void everyCallOfTheApiNeedsAClientsToken() {
    client().get("/api/v1/catalogue").then().statusCode(401);
    worker().get("/api/v1/catalogue").then().statusCode(403);
    bearer("client").get("/api/v1/catalogue").then().statusCode(200);
    bearer("client")
        .header("Host", "sweeps.example")
        .get("/api/v1/catalogue")
        .then()
        .statusCode(200);
    client().get("//api/v1/catalogue").then().statusCode(401);
    client().get("/api/v1/../v1/catalogue").then().statusCode(401);
    client().get("/%61pi/v1/catalogue").then().statusCode(401);
  }

  private io.restassured.specification.RequestSpecification bearer(String role) {
    return RestAssured.given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + token(role));
  }

  @Override
  protected io.restassured.specification.RequestSpecification client() {
    return RestAssured.given().urlEncodingEnabled(false);
  }
}
