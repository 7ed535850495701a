package dev.hypersweep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The REST API as a stranger calls it: no class of ours, only HTTP and JSON. */
final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String root;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  Api(int port) {
    this.root = "http://127.0.0.1:" + port;
  }

  String root() {
    return root;
  }

  JsonNode get(String path) {
    HttpResponse<String> answer = send(request(path).GET());
    assertThat(answer.statusCode()).as(path + " answered " + answer.body()).isEqualTo(200);
    return json(answer.body());
  }

  JsonNode post(String path, String type, String body) {
    HttpResponse<String> answer = postForAnswer(path, type, body);
    assertThat(answer.statusCode()).as(path + " answered " + answer.body()).isBetween(200, 299);
    return json(answer.body());
  }

  HttpResponse<String> postForAnswer(String path, String type, String body) {
    return send(
        request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** True if the server answers that it is ready; false while it cannot be reached. */
  boolean isReady() {
    try {
      return http.send(
                  request("/q/health/ready").GET().build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(30));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer from " + root, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
