package dev.hypersweep.cli.local;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A process that we started and that we stop; its output goes to a log of its own. */
final class Child {

  private static final long LOG_LIMIT = 10_000_000;

  /** Addresses and tokens of other servers are not for the processes of this one. */
  private static final Set<String> KEPT_BACK = Set.of("HYPERSWEEP_URL", "HYPERSWEEP_TOKEN");

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private Process process;
  private long logBegin;

  /**
   * Nothing is started yet.
   *
   * @param environment added to our own
   * @param log appended to; the log of before is kept once it has grown large
   */
  Child(String name, List<String> command, Map<String, String> environment, Path log) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  synchronized void start() throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    logBegin = Files.exists(log) ? Files.size(log) : 0;
    ProcessBuilder builder =
        new ProcessBuilder(Sessions.own(command))
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeAll(KEPT_BACK);
    builder.environment().putAll(environment);
    process = builder.start();
  }

  synchronized boolean lives() {
    return process != null && process.isAlive();
  }

  synchronized ProcessHandle handle() {
    return process.toHandle();
  }

  synchronized long pid() {
    return process.pid();
  }

  /** Asks it to end; does not wait. */
  synchronized void ask() {
    if (lives()) {
      process.destroy();
    }
  }

  /** Waits for its end and returns its status; it counts as failed when the time is over. */
  int await(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** Waits for its end, and ends it by force when the time is over. */
  void end(Duration patience) {
    Process ending;
    synchronized (this) {
      ending = process;
    }
    if (ending == null) {
      return;
    }
    try {
      if (!ending.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        ending.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ending.destroyForcibly();
    }
  }

  /** The last lines that it wrote since this start. */
  synchronized List<String> lastWords(int lines) {
    try {
      byte[] bytes = Files.readAllBytes(log);
      int begin = (int) Math.min(bytes.length, logBegin);
      String text = new String(bytes, begin, bytes.length - begin, StandardCharsets.UTF_8);
      List<String> all = text.lines().filter(line -> !line.isBlank()).toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
