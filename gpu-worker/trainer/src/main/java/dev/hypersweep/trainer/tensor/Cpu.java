package dev.hypersweep.trainer.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The processor, as far as the bits of a sum depend on it.
 *
 * @param vendor as the kernel names it, for example {@code GenuineIntel}
 * @param level which kernels PyTorch takes
 */
public record Cpu(String vendor, Level level) {

  private static final Path INFO = Path.of("/proc/cpuinfo");

  /** Instruction set levels for which ATen has kernels of their own. */
  public enum Level {
    AVX512("AVX-512", Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl")),
    AVX2("AVX2", Set.of("avx2", "fma")),
    BASE("base", Set.of());

    private final String title;
    private final Set<String> flags;

    Level(String title, Set<String> flags) {
      this.title = title;
      this.flags = flags;
    }

    /** For people. */
    public String title() {
      return title;
    }
  }

  /** This machine's. */
  public static Cpu here() {
    Set<String> flags = new HashSet<>(Arrays.asList(field("flags", "").split(" ")));
    Level level =
        Arrays.stream(Level.values()).filter(l -> flags.containsAll(l.flags)).findFirst().get();
    return new Cpu(field("vendor_id", System.getProperty("os.arch")), level);
  }

  /**
   * The code path that MKL is held to, one for each device class. On other vendors' processors MKL
   * refuses to be held to a level, and its own choice is a function of the processor alone.
   */
  String mklCodePath() {
    return vendor.equals("GenuineIntel") && level != Level.BASE ? level.name() : "AUTO";
  }

  private static String field(String name, String otherwise) {
    try (Stream<String> lines = Files.lines(INFO)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }
}
