package dev.hypersweep.trainer.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The resident set of this process: Java's heap and the tensors' memory together. */
public final class ResidentMemory {

  private ResidentMemory() {}

  /** Bytes now, from VmRSS of proc(5); 0 where the kernel does not say. */
  public static long bytes() {
    return field("VmRSS:");
  }

  /** Bytes at the highest, from VmHWM of proc(5); 0 where the kernel does not say. */
  public static long peakBytes() {
    return field("VmHWM:");
  }

  private static long field(String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
