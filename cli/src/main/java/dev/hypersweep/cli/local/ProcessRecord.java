package dev.hypersweep.cli.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hypersweep.cli.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Who was started here, kept in the home as {@code processes.json}. When a launcher is killed
 * outright its children live on; the next one finds them here and stops them first.
 *
 * @param launcher process id of the {@code up} or {@code demo}
 * @param children in the order in which they are to be stopped
 */
record ProcessRecord(long launcher, List<Entry> children) {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /**
   * One process.
   *
   * @param startedAt milliseconds since 1970, so that a process id used anew is not mistaken
   */
  record Entry(String name, long pid, long startedAt) {

    static Entry of(String name, ProcessHandle handle) {
      return new Entry(name, handle.pid(), startOf(handle));
    }

    String words() {
      return name + " (" + pid + ")";
    }

    Optional<ProcessHandle> alive() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(h -> startOf(h) == startedAt);
    }

    private static long startOf(ProcessHandle handle) {
      return handle.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
    }
  }

  static Optional<ProcessRecord> read(Home home) {
    try {
      return Optional.of(
          new JsonMapper().readValue(Files.readString(file(home)), new TypeReference<>() {}));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void write(Home home) throws IOException {
    Files.writeString(file(home), new JsonMapper().writeValueAsString(this));
  }

  static void delete(Home home) throws IOException {
    Files.deleteIfExists(file(home));
  }

  /** Those that still live. */
  List<Entry> alive() {
    return children.stream().filter(child -> child.alive().isPresent()).toList();
  }

  /** Stops what still lives, one after the other, by force where asking does not help. */
  void stopLeftovers() {
    for (Entry child : children) {
      child.alive().ifPresent(ProcessRecord::stop);
    }
  }

  private static void stop(ProcessHandle handle) {
    CompletableFuture<ProcessHandle> exit = handle.onExit();
    handle.destroy();
    try {
      exit.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      handle.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      handle.destroyForcibly();
    }
  }

  private static Path file(Home home) {
    return home.path().resolve("processes.json");
  }
}
