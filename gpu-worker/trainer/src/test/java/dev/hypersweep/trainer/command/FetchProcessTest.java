package dev.hypersweep.trainer.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a download leaves what the next one goes on with. */
class FetchProcessTest {

  private static final byte[] LINES = "a line\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
  private static final int FIRST = 300_000;

  @TempDir Path data;

  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private final CountDownLatch killed = new CountDownLatch(1);

  @Test
  void aKilledDownloadIsGoneOnWith() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/example.org/all.txt", this::answer);
    server.start();
    try {
      Path folder = Files.createDirectories(data.resolve("own/lines"));
      Files.writeString(
          folder.resolve("card.yaml"),
          """
          title: Lines
          task: language-model
          format: lines
          splits: {dev: {files: [all.txt]}}
          evaluation: dev
          encoder: {text: "{line}"}
          metrics: [perplexity]
          fetch: [{from: "https://example.org/all.txt", to: all.txt}]
          """);
      Path part = folder.resolve("all.txt.part");
      Process first = fetch(server);
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!(Files.exists(part) && Files.size(part) == FIRST) && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      first.destroyForcibly().waitFor();
      killed.countDown();
      assertThat(part).hasSize(FIRST);
      assertThat(folder.resolve("all.txt")).doesNotExist();
      assertThat(fetch(server).waitFor()).isZero();
      assertThat(folder.resolve("all.txt")).hasBinaryContent(LINES);
      assertThat(ranges).containsExactly("null", "bytes=" + FIRST + "-");
      assertThat(folder.toFile().list())
          .containsExactlyInAnyOrder("card.yaml", "all.txt", "fetched.json");
    } finally {
      server.stop(0);
    }
  }

  private Process fetch(HttpServer server) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.hypersweep.trainer.Trainer",
            "data",
            "fetch",
            "own/lines");
    builder.environment().put("HYPERSWEEP_DATA", data.toString());
    builder
        .environment()
        .put("HYPERSWEEP_MIRROR", "http://127.0.0.1:" + server.getAddress().getPort());
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The first answer stops in the middle until the process is dead. */
  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    String part = "bytes %d-%d/%d".formatted(from, LINES.length - 1, LINES.length);
    exchange.getResponseHeaders().set("Content-Range", part);
    exchange.getResponseHeaders().set("Last-Modified", "Tue, 01 Sep 2026 10:00:00 GMT");
    exchange.sendResponseHeaders(range == null ? 200 : 206, LINES.length - from);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(LINES, from, range == null ? FIRST : LINES.length - from);
      out.flush();
      if (range == null) {
        killed.await(60, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      // The process that asked is dead, as it should be.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
