package dev.hypersweep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command: a real HyperMoE sweep, from nothing to a leaderboard. */
class DemoTest {

  @Test
  void theDemoTrainsEveryVariantAboveTheMajorityClassAndIsNotComputedTwice(@TempDir Path home)
      throws IOException, InterruptedException {
    Outcome first = demo(home, "first");
    assertThat(first.status).as(first.output).isZero();
    for (JsonNode row : leaderboard(home).get("rows")) {
      for (JsonNode cell : row.get("cells")) {
        double majority = majority(cell.get("dataset").asText(), home);
        assertThat(cell.get("n").asInt()).isEqualTo(3);
        assertThat(cell.get("low").asDouble())
            .as(row.get("variant") + " on " + cell.get("dataset"))
            .isGreaterThan(majority + 0.05);
      }
    }
    assertThat(first.output).contains("dense", "moe", "moe-share", "hypermoe");

    Outcome second = demo(home, "second");
    assertThat(second.status).as(second.output).isZero();
    assertThat(second.output).contains("all 24 runs were computed already");
    assertThat(second.duration).isLessThan(first.duration.dividedBy(2));
  }

  private JsonNode board;

  private JsonNode leaderboard(Path home) throws IOException, InterruptedException {
    if (board == null) {
      int port = freePort();
      Process server = launcher(home, port, "up", "--workers", "0");
      try {
        Api api = new Api(port);
        await("the orchestrator answers again")
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofMillis(300))
            .until(api::isReady);
        board = api.get("/api/v1/leaderboards/wordnet");
      } finally {
        server.destroy();
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).as("SIGTERM stops everything").isTrue();
      }
    }
    assertThat(board.get("rows")).hasSize(4);
    return board;
  }

  private double majority(String dataset, Path home) throws IOException, InterruptedException {
    for (JsonNode column : leaderboard(home).get("datasets")) {
      if (column.get("name").asText().equals(dataset)) {
        return column.get("majority").asDouble();
      }
    }
    throw new AssertionError("no column for " + dataset);
  }

  private record Outcome(int status, String output, Duration duration) {}

  private static Outcome demo(Path home, String name) throws IOException, InterruptedException {
    Instant start = Instant.now();
    Path output = home.resolve(name + ".out");
    Process process = launcher(home, freePort(), output, "demo", "--exit");
    assertThat(process.waitFor(15, TimeUnit.MINUTES)).as("the demo ends").isTrue();
    return new Outcome(
        process.exitValue(), Files.readString(output), Duration.between(start, Instant.now()));
  }

  private static Process launcher(Path home, int port, String... arguments) throws IOException {
    return launcher(home, port, home.resolve("up.out"), arguments);
  }

  private static Process launcher(Path home, int port, Path output, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(Project.launcher()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("HYPERSWEEP_HOME", home.resolve("home").toString());
    builder.environment().put("HYPERSWEEP_PORT", Integer.toString(port));
    builder.environment().put("HYPERSWEEP_BUILD", "never");
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
