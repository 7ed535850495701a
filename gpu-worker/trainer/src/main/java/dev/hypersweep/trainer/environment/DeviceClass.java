package dev.hypersweep.trainer.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names the kind of device: devices of one class and thread count give the same bits (CPU). */
final class DeviceClass {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final Path GPUS = Path.of("/proc/driver/nvidia/gpus");

  /** What ATen asks for before it takes its AVX-512 kernels. */
  private static final Set<String> AVX512 = Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl");

  private static final Set<String> AVX2 = Set.of("avx2", "fma");

  private DeviceClass() {}

  /** For example {@code GenuineIntel AVX-512, PyTorch 2.3.1 cpu}. */
  static String cpu(String pytorch) {
    String vendor = field(CPU_INFO, "vendor_id", System.getProperty("os.arch"));
    return vendor + " " + instructionSet() + ", PyTorch " + pytorch + " cpu";
  }

  /** For example {@code NVIDIA H100 PCIe, CUDA 12.1, PyTorch 2.3.1 cuda}. */
  static String gpu(String cuda, String capability, String pytorch) {
    return gpuModel(capability) + ", CUDA " + cuda + ", PyTorch " + pytorch + " cuda";
  }

  private static String instructionSet() {
    String flags = field(CPU_INFO, "flags", "");
    Set<String> has = new TreeSet<>(Arrays.asList(flags.split(" ")));
    if (has.containsAll(AVX512)) {
      return "AVX-512";
    }
    return has.containsAll(AVX2) ? "AVX2" : "base";
  }

  private static String gpuModel(String capability) {
    try (Stream<Path> gpus = Files.list(GPUS)) {
      return gpus.sorted()
          .findFirst()
          .map(gpu -> field(gpu.resolve("information"), "Model", capability))
          .orElse(capability);
    } catch (IOException e) {
      return "compute capability " + capability;
    }
  }

  /** The first {@code name : value} of a file of the kernel's. */
  private static String field(Path file, String name, String otherwise) {
    try (Stream<String> lines = Files.lines(file)) {
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
