package dev.hypersweep.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A whole installation for a test: PostgreSQL (kept by the test, so that it can read and alter
 * rows), the packaged orchestrator and packaged workers, each a process of its own that can be
 * killed.
 */
final class House implements AutoCloseable {

  private final Path home;
  private final int port;
  private final EmbeddedPostgres postgres;
  private final Map<String, Process> agents = new LinkedHashMap<>();
  private Process orchestrator;

  private House(Path home) throws IOException {
    this.home = home;
    this.port = freePort();
    this.postgres =
        EmbeddedPostgres.builder().setOverrideWorkingDirectory(home.resolve("pg").toFile()).start();
  }

  /** Starts everything and waits until the workers have registered. */
  static House with(Path home, int workers) {
    try {
      House house = new House(home);
      house.startOrchestrator();
      for (int i = 0; i < workers; i++) {
        house.startAgent("worker-" + i);
      }
      house.awaitWorkers(workers);
      return house;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Api api() {
    return new Api(port);
  }

  Connection database() throws SQLException {
    return postgres.getPostgresDatabase().getConnection();
  }

  void startOrchestrator() {
    orchestrator =
        start("orchestrator", Project.orchestrator(), Map.of("HYPERSWEEP_DATABASE_URL", jdbcUrl()));
    await("the orchestrator answers")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> api().isReady());
  }

  void killOrchestrator() {
    kill(orchestrator.toHandle());
  }

  void startAgent(String name) {
    agents.put(
        name,
        start(
            name,
            Project.agent(),
            Map.of(
                "HYPERSWEEP_URL", api().root(),
                "HYPERSWEEP_WORKER_NAME", name,
                "HYPERSWEEP_TRAINER_COMMAND", array(Project.trainer()))));
  }

  void killAgent(String name) {
    kill(agents.get(name).toHandle());
  }

  /** Kills the trainer process of a worker that is at work; false if it has none right now. */
  boolean killTrainer(String name) {
    List<ProcessHandle> trainers =
        agents
            .get(name)
            .toHandle()
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").endsWith("Trainer work"))
            .toList();
    trainers.forEach(House::kill);
    return !trainers.isEmpty();
  }

  void awaitWorkers(int count) {
    await("workers have registered")
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> liveWorkers() >= count);
  }

  /** Submits a definition and answers the sweep's id. */
  long submit(String definition) {
    return api().post("/api/v1/sweeps", "application/yaml", definition).get("id").asLong();
  }

  JsonNode awaitEnd(long sweep, Duration atMost) {
    await("sweep " + sweep + " ends")
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .until(() -> List.of("FINISHED", "FAILED", "CANCELLED").contains(state(sweep)));
    return api().get("/api/v1/sweeps/" + sweep);
  }

  String state(long sweep) {
    return api().get("/api/v1/sweeps/" + sweep).get("state").asText();
  }

  @Override
  public void close() {
    agents.values().forEach(Process::destroy);
    agents.values().forEach(House::end);
    if (orchestrator != null) {
      orchestrator.destroy();
      end(orchestrator);
    }
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long liveWorkers() {
    long live = 0;
    for (JsonNode worker : api().get("/api/v1/workers").get("items")) {
      live += worker.get("state").asText().equals("LOST") ? 0 : 1;
    }
    return live;
  }

  private Process start(String name, List<String> command, Map<String, String> settings) {
    try {
      Files.createDirectories(home.resolve("logs"));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(home.resolve("logs/" + name + ".log").toFile()));
      builder.environment().put("HYPERSWEEP_HOME", home.toString());
      builder.environment().put("HYPERSWEEP_PORT", Integer.toString(port));
      builder.environment().putAll(settings);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String jdbcUrl() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  private static String array(List<String> command) {
    try {
      return new ObjectMapper().writeValueAsString(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
