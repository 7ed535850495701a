package dev.hypersweep.cli.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hypersweep.cli.home.Home;
import dev.hypersweep.cli.rest.Client;
import dev.hypersweep.cli.rest.Unreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts local workers and waits until the orchestrator knows them. */
final class WorkersStart {

  private static final Duration LIMIT = Duration.ofSeconds(180);

  private final Home home;
  private final Programs programs;
  private final Map<String, String> environment;
  private final Children children;

  WorkersStart(Home home, Programs programs, Map<String, String> environment, Children children) {
    this.home = home;
    this.programs = programs;
    this.environment = environment;
    this.children = children;
  }

  /** Starts that many, each with one thread, and returns when all of them have registered. */
  void start(Client client, int count) {
    Map<String, String> before = seen(client);
    List<Child> started = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Child child = child(client, name() + "-" + number);
      children.start(child);
      started.add(child);
    }
    for (Child child : started) {
      new Patience(child.name(), LIMIT, child).until(() -> registered(client, child, before));
    }
  }

  private Child child(Client client, String name) {
    return new Child(
        "worker " + name,
        programs.agent(),
        Map.of(
            "HYPERSWEEP_HOME", home.path().toString(),
            "HYPERSWEEP_URL", client.url(),
            "HYPERSWEEP_WORKER_NAME", name,
            "HYPERSWEEP_THREADS", "1",
            "HYPERSWEEP_STOP_SECONDS", "15",
            "HYPERSWEEP_TRAINER_COMMAND", trainerCommand()),
        home.logs().resolve("worker-" + name + ".log"));
  }

  /** A worker of before has the same name: only a newer sign of life counts. */
  private static Optional<String> registered(
      Client client, Child child, Map<String, String> before) {
    return seen(client).entrySet().stream()
        .filter(worker -> child.name().equals("worker " + worker.getKey()))
        .map(Map.Entry::getValue)
        .filter(lastSeen -> !lastSeen.equals(before.get(child.name().substring(7))))
        .findFirst();
  }

  private static Map<String, String> seen(Client client) {
    Map<String, String> seen = new HashMap<>();
    try {
      for (JsonNode worker : client.get("/workers").path("items")) {
        seen.put(worker.path("name").asText(), worker.path("lastSeenAt").asText());
      }
    } catch (Unreachable away) {
      return Map.of();
    }
    return seen;
  }

  private String trainerCommand() {
    try {
      return new JsonMapper().writeValueAsString(programs.trainer());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String name() {
    String named = environment.getOrDefault("HYPERSWEEP_WORKER_NAME", "");
    if (!named.isBlank()) {
      return named;
    }
    try {
      String host = Files.readString(Path.of("/etc/hostname")).strip();
      return host.isEmpty() ? "local" : host;
    } catch (IOException e) {
      return "local";
    }
  }
}
