package dev.hypersweep.agent.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts the processes that Linux killed for want of memory: in our control group where it says so
 * (a container), else on the whole machine. A count that grew while a trainer was killed by signal
 * 9 tells why.
 */
final class OomKills {

  private static final List<Path> SOURCES =
      List.of(Path.of("/sys/fs/cgroup/memory.events"), Path.of("/proc/vmstat"));

  private OomKills() {}

  /** Kills so far, or 0 where nothing counts them. */
  static long count() {
    for (Path source : SOURCES) {
      try (Stream<String> lines = Files.lines(source)) {
        return lines
            .filter(line -> line.startsWith("oom_kill "))
            .mapToLong(line -> Long.parseLong(line.substring("oom_kill ".length()).strip()))
            .sum();
      } catch (IOException | RuntimeException e) {
        // Not there on this system: the next one may be.
      }
    }
    return 0;
  }
}
