package dev.hypersweep.orchestrator.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import dev.hypersweep.orchestrator.RunningOrchestrator;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whoever refuses, a resource or a framework: the answer has one form. */
@QuarkusTest
class FrameworkErrorsTest extends RunningOrchestrator {

  private static final String LEASES = "/api/v1/worker/leases";

  @TestHTTPResource("/")
  URI server;

  @Test
  void unknownPaths() {
    problem(client().get("/api/v1/no-such-thing").then(), 404, "not-found");
    problem(client().get("/api/no-such-thing").then(), 404, "not-found");
    problem(client().get("/q/no-such-thing").then(), 404, "not-found");
    problem(client().get("/no-such-asset.js").then(), 404, "not-found");
    problem(client().post("/no-such-page").then(), 404, "not-found");
    problem(
        worker()
            .body("{\"generation\":1,\"step\":1}")
            .contentType("application/json")
            .post("/api/v1/worker/attempts/abc/heartbeat")
            .then(),
        404,
        "not-found");
  }

  @Test
  void aMethodThatThePathDoesNotKnow() {
    problem(worker().get(LEASES).then(), 405, "method-not-allowed")
        .header("Allow", equalTo("OPTIONS, POST"));
    problem(client().delete("/api/v1/sweeps/1").then(), 405, "method-not-allowed")
        .header("Allow", equalTo("GET, HEAD, OPTIONS"));
    client().options("/api/v1/sweeps/1/pause").then().header("Allow", equalTo("OPTIONS, POST"));
  }

  @Test
  void mediaTypesThatAreNotSpokenHere() {
    problem(
        worker().contentType("text/plain").body("hello").post(LEASES).then(),
        415,
        "unsupported-media-type");
    problem(
        worker()
            .contentType("application/json")
            .accept("image/png")
            .body("{\"workerId\":1,\"requestId\":\"r\"}")
            .post(LEASES)
            .then(),
        406,
        "not-acceptable");
  }

  @Test
  void aCompressedBody() {
    problem(
        worker()
            .header("Content-Encoding", "gzip")
            .contentType("application/json")
            .body("{\"workerId\":1,\"requestId\":\"r\"}")
            .post(LEASES)
            .then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void bodiesThatAreNotJson() throws Exception {
    malformed("{\"workerId\": 1,, }").body("errors[0].line", equalTo(1));
    malformed("{");
    malformed("[]");
    malformed("17");
    malformed("{\"workerId\":1,\"requestId\":\"r\"} and more");
    malformed("{\"workerId\":1,\"workerId\":2,\"requestId\":\"r\"}");
    malformed("{\"workerId\":\"1\",\"requestId\":\"r\"}")
        .body("errors[0].field", equalTo("workerId"));
    malformed("{\"workerId\":1,\"requestId\":5}").body("errors[0].field", equalTo("requestId"));
    malformed("{\"workerId\":99999999999999999999999,\"requestId\":\"r\"}");
    malformed("{\"workerId\":1e999999999,\"requestId\":\"r\"}");
    malformed("{\"workerId\":" + "9".repeat(5000) + ",\"requestId\":\"r\"}");
    refused("[".repeat(100_000), 400);
    refused("{\"a\":".repeat(100_000), 400);
    refused("[".repeat(5000) + "]".repeat(5000), 400);
  }

  @Test
  void aMissingBodyOrField() {
    post("null", 422, "invalid-value");
    post("", 422, "invalid-value");
    post("{\"workerId\":1}", 422, "invalid-value").body("errors[0].field", equalTo("requestId"));
    post("{\"workerId\":1,\"requestId\":\"" + "r".repeat(300) + "\"}", 422, "invalid-value");
    post("{\"workerId\":1,\"requestId\":\"a\\u0000b\"}", 422, "invalid-value");
  }

  @Test
  void textThatIsNotUtf8() {
    byte[] body = "{\"workerId\":1,\"requestId\":\"?\"}".getBytes();
    body[body.length - 3] = (byte) 0xff;
    problem(
        worker().contentType("application/json").body(body).post(LEASES).then(),
        400,
        "malformed-body");
  }

  @Test
  void aBodyOf50MegabytesWhetherItsLengthIsToldOrNot() throws Exception {
    byte[] body = new byte[50 << 20];
    Arrays.fill(body, (byte) ' ');
    for (BodyPublisher publisher :
        new BodyPublisher[] {
          BodyPublishers.ofByteArray(body),
          BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
        }) {
      HttpResponse<String> answer = send(publisher);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
      assertThat(answer.body()).contains("problems/too-large");
    }
  }

  @Test
  void aHarmlessRequestIdOfTheCallersIsKept() {
    client()
        .header("X-Request-Id", "mine-1")
        .get("/api/v1/nothing")
        .then()
        .header("X-Request-Id", "mine-1")
        .body("requestId", equalTo("mine-1"));
    client()
        .header("X-Request-Id", "<script>")
        .get("/api/v1/nothing")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f]{16}"));
  }

  private void refused(String body, int status) throws Exception {
    HttpResponse<String> answer = send(BodyPublishers.ofString(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  /** Sends what is too large for the other client to send quickly. */
  private HttpResponse<String> send(BodyPublisher body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.resolve(LEASES))
                .header("Authorization", "Bearer " + token("worker"))
                .header("Content-Type", "application/json")
                .POST(body)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private ValidatableResponse malformed(String body) {
    return post(body, 400, "malformed-body");
  }

  private ValidatableResponse post(String body, int status, String type) {
    return problem(
        worker().contentType("application/json").body(body).post(LEASES).then(), status, type);
  }

  private static ValidatableResponse problem(
      ValidatableResponse response, int status, String type) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .header("X-Request-Id", notNullValue())
        .body("type", equalTo("https://hypersweep.dev/problems/" + type))
        .body("status", equalTo(status))
        .body("detail", notNullValue())
        .body("instance", notNullValue())
        .body("requestId", notNullValue());
  }
}
