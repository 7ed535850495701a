package dev.hypersweep.trainer.environment;

import dev.hypersweep.trainer.tensor.Cpu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Names the kind of device: devices of one class and thread count give the same bits (CPU). */
final class DeviceClass {

  private static final Path GPUS = Path.of("/proc/driver/nvidia/gpus");

  private DeviceClass() {}

  /** For example {@code GenuineIntel AVX-512, PyTorch 2.5.1 cpu}. */
  static String cpu(String pytorch) {
    Cpu cpu = Cpu.here();
    return cpu.vendor() + " " + cpu.level().title() + ", PyTorch " + pytorch + " cpu";
  }

  /** For example {@code NVIDIA H100 PCIe, CUDA 12.4, PyTorch 2.5.1 cuda}. */
  static String gpu(String cuda, String capability, String pytorch) {
    return gpuModel(capability) + ", CUDA " + cuda + ", PyTorch " + pytorch + " cuda";
  }

  private static String gpuModel(String capability) {
    try (Stream<Path> gpus = Files.list(GPUS)) {
      Path first = gpus.sorted().findFirst().orElseThrow(IOException::new);
      return Files.readAllLines(first.resolve("information")).stream()
          .filter(line -> line.startsWith("Model:"))
          .map(line -> line.substring("Model:".length()).strip())
          .findFirst()
          .orElseThrow(IOException::new);
    } catch (IOException e) {
      return "compute capability " + capability; // the driver says no name
    }
  }
}
