package dev.hypersweep.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The REST interface, {@code /api/v1}. Every call either returns the answer or throws: {@link
 * Problem} if the server refuses, {@link Unreachable} if there is no server.
 */
public final class Client {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Server server;

  /** A client of that server; nothing is sent yet. */
  public Client(Server server) {
    this.server = server;
  }

  /** The server's address. */
  public String url() {
    return server.url();
  }

  /** Reads JSON from a path below {@code /api/v1}. */
  public JsonNode get(String path) {
    return json(send("GET", "/api/v1" + path, "application/json", null, BodyPublishers.noBody()));
  }

  /** Reads text of a media type from a path below {@code /api/v1}. */
  public String text(String path, String mediaType) {
    return send("GET", "/api/v1" + path, mediaType, null, BodyPublishers.noBody());
  }

  /** Asks for an action without a body. */
  public JsonNode post(String path) {
    return json(send("POST", "/api/v1" + path, "application/json", null, BodyPublishers.noBody()));
  }

  /** Sends a sweep definition to a path below {@code /api/v1}. */
  public JsonNode post(String path, Definition definition) {
    BodyPublisher body = BodyPublishers.ofByteArray(definition.bytes());
    try {
      return json(send("POST", "/api/v1" + path, "application/json", definition.mediaType(), body));
    } catch (Problem problem) {
      throw problem.of(definition.parts());
    }
  }

  /** Reads bytes of a media type from a path below {@code /api/v1}. */
  public byte[] bytes(String path, String mediaType) {
    return exchange("GET", "/api/v1" + path, mediaType, null, BodyPublishers.noBody());
  }

  /** Sends bytes of a media type to a path below {@code /api/v1}. */
  public JsonNode post(String path, String mediaType, byte[] body) {
    BodyPublisher bytes = BodyPublishers.ofByteArray(body);
    return json(send("POST", "/api/v1" + path, "application/json", mediaType, bytes));
  }

  /** Whether the server says that it is ready. */
  public boolean ready() {
    try {
      send("GET", "/q/health/ready", "application/json", null, BodyPublishers.noBody());
      return true;
    } catch (Problem | Unreachable e) {
      return false;
    }
  }

  private String send(String method, String path, String accept, String type, BodyPublisher body) {
    return new String(exchange(method, path, accept, type, body), StandardCharsets.UTF_8);
  }

  private byte[] exchange(
      String method, String path, String accept, String type, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", accept + ", application/problem+json")
            .method(method, body);
    if (type != null) {
      request.header("Content-Type", type);
    }
    server.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw Problem.of(
            response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
      }
      return response.body();
    } catch (IOException e) {
      throw new Unreachable(server.url(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(server.url(), e);
    }
  }

  private JsonNode json(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(text);
    } catch (IOException e) {
      throw new Problem(200, "The answer is not JSON: is this HyperSweep at " + server.url() + "?");
    }
  }
}
