package dev.hypersweep.trainer.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;

/** From {@code cpu} or {@code gpu} to DJL's device. */
final class Devices {

  private static final String CUDA = "CUDA";

  private Devices() {}

  /**
   * The device of that name.
   *
   * @throws DeviceUnavailable if it is not there, or if the loaded PyTorch cannot use it
   */
  static Device named(Engine engine, String name) {
    return switch (name) {
      case "cpu" -> Device.cpu();
      case "gpu" -> gpu(engine);
      default ->
          throw new DeviceUnavailable("resources.device: " + name + " is neither cpu nor gpu");
    };
  }

  /** Refuses TF32 where there is none. */
  static void refuseTf32(String name) {
    if (!name.equals("gpu")) {
      throw new DeviceUnavailable(
          "settings.precision: tf32 is a format of NVIDIA GPUs, resources.device is "
              + name
              + "; give float32 or bf16, or device gpu");
    }
  }

  private static Device gpu(Engine engine) {
    if (!engine.hasCapability(CUDA)) {
      throw new DeviceUnavailable(
          "A GPU was asked for, but the PyTorch that was loaded has no CUDA."
              + " Build the trainer with `mvn -Dcuda package` (brings pytorch-native-cu124), and"
              + " check that `nvidia-smi` works and that libcudart.so (CUDA 12.4 or newer) is on"
              + " LD_LIBRARY_PATH: without it the CUDA build is refused.");
    }
    if (engine.getGpuCount() == 0) {
      throw new DeviceUnavailable(
          "A GPU was asked for, but CUDA sees none. Check `nvidia-smi`, CUDA_VISIBLE_DEVICES, and"
              + " in a container that it was started with the GPU (--gpus, device reservation).");
    }
    return Device.gpu(0);
  }
}
