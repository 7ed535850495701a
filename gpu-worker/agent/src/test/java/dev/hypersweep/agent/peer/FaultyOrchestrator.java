package dev.hypersweep.agent.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A server that answers as a test wants: a fault injector for the agent's HTTP side. What it keeps
 * is what was said to it, in order.
 */
public final class FaultyOrchestrator implements AutoCloseable {

  /** A request without the protocol's prefix: {@code POST /leases}, its query and its body. */
  public record Said(String line, String query, String authorization, String body) {}

  /** Status and body; a negative status drops the connection without an answer. */
  public record Reply(int status, String body) {

    public static Reply ok(String body) {
      return new Reply(200, body);
    }

    public static Reply problem(int status, String type, String detail) {
      return new Reply(
          status,
          "{\"type\":\"https://hypersweep.dev/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
              .formatted(type, type, status, detail));
    }

    public static Reply dropped() {
      return new Reply(-1, "");
    }
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Said> said = new CopyOnWriteArrayList<>();
  private final List<Said> accepted = new CopyOnWriteArrayList<>();
  private final Function<Said, Reply> behaviour;
  private HttpServer server;
  private int port;

  public FaultyOrchestrator(Function<Said, Reply> behaviour) throws IOException {
    this.behaviour = behaviour;
    open();
  }

  /** Listens (again, on the port of the first time). */
  public void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/api/v1/worker", this::answer);
    server.start();
    port = server.getAddress().getPort();
  }

  /** Refuses connections from now on. */
  public void shut() {
    server.stop(0);
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public List<Said> said() {
    return said;
  }

  /** Those that were answered with 2xx, in order. */
  public List<Said> accepted() {
    return accepted;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Said heard =
          new Said(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI().getPath().substring("/api/v1/worker".length()),
              exchange.getRequestURI().getQuery(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      said.add(heard);
      Reply reply = behaviour.apply(heard);
      if (reply.status() < 0) {
        return;
      }
      if (reply.status() / 100 == 2) {
        accepted.add(heard);
      }
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    shut();
    threads.shutdownNow();
  }
}
