package dev.hypersweep.orchestrator.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hypersweep.orchestrator.Yaml;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.protocol.LeaseRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessTest extends DispatchTest {

  private static final String WORKER = "/api/v1/worker/leases";
  private static final String CLIENT = "/api/v1/nothing-here";

  @Test
  void workersNeedAWorkersToken() {
    problem(ask(null, null, null, WORKER), 401, "unauthorized");
    problem(ask("Bearer hsw_wrong", null, null, WORKER), 401, "unauthorized");
    problem(ask("Basic dTpw", null, null, WORKER), 401, "unauthorized");
    problem(ask("Bearer " + token("client"), null, null, WORKER), 403, "forbidden");
    problem(ask("Bearer " + token("worker"), null, null, WORKER), 404, "not-found");
  }

  @Test
  void localCallersNeedNoTokenButAWrongOneIsRefused() {
    problem(ask(null, null, null, CLIENT), 404, "not-found");
    problem(ask(null, "localhost:8484", "http://localhost:8484", CLIENT), 404, "not-found");
    problem(ask(null, "[::1]:8484", null, CLIENT), 404, "not-found");
    problem(ask(null, "127.0.0.2:8484", "http://127.0.0.2:8484", CLIENT), 404, "not-found");
    problem(ask("Bearer wrong", null, null, CLIENT), 401, "unauthorized");
    problem(ask("Bearer " + token("client"), null, null, CLIENT), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:8484", "127.0.0.1.evil.example", "a b"})
  void aForeignHostIsRefused(String host) {
    assertThat(ask(null, host, null, CLIENT).extract().statusCode()).isIn(400, 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "https://localhost.evil.example"})
  void aForeignOriginIsRefused(String origin) {
    problem(ask(null, null, origin, CLIENT), 403, "forbidden");
    problem(ask(null, null, origin, "/q/health"), 403, "forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:3000", "https://localhost:8484", "http://127.0.0.1:8484"})
  void aPageOfAnotherServerOfThisMachineIsRefused(String origin) {
    problem(ask(null, "localhost:8484", origin, CLIENT), 403, "forbidden");
    Yaml.of("name: x")
        .header("Host", "localhost:8484")
        .header("Origin", origin)
        .post("/api/v1/sweeps")
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void whatABrowserFetchesForAnotherSiteIsRefusedButALinkOpensThePage(String site) {
    problem(fetched(site, CLIENT), 403, "forbidden");
    problem(fetched(site, "/q/health"), 403, "forbidden");
    fetched(site, "/sweeps").statusCode(200);
    problem(fetched("same-origin", CLIENT), 404, "not-found");
    problem(fetched("none", CLIENT), 404, "not-found");
  }

  private static ValidatableResponse fetched(String site, String path) {
    return RestAssured.given().header("Sec-Fetch-Site", site).get(path).then();
  }

  @Test
  void aTokenProvesMoreThanAHostName() {
    problem(ask("Bearer " + token("client"), "tunnel.example", null, CLIENT), 404, "not-found");
    problem(ask("Bearer wrong", "evil.example", null, CLIENT), 401, "unauthorized");
  }

  @Test
  void tokensAreForTheirOwnerOnlyAndNeverInTheDatabase() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("tokens"))))
        .isEqualTo("rw-------");
    assertThat(token("client")).startsWith("hsc_");
    assertThat(token("worker")).startsWith("hsw_");
    assertThat(sql.list("select sha256 from access_token", row -> row.getString(1)))
        .hasSize(2)
        .noneMatch(hash -> hash.startsWith("hs"));
  }

  private ValidatableResponse ask(String authorization, String host, String origin, String path) {
    var request = RestAssured.given().contentType("application/json");
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (host != null) {
      request.header("Host", host);
    }
    if (origin != null) {
      request.header("Origin", origin);
    }
    return path.equals(WORKER)
        ? request.body(mapperText(new LeaseRequest(4711, "r"))).post(path).then()
        : request.get(path).then();
  }

  private String mapperText(Object value) {
    return dev.hypersweep.protocol.CanonicalJson.of(value);
  }

  private static void problem(ValidatableResponse response, int status, String type) {
    response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://hypersweep.dev/problems/" + type));
  }
}
