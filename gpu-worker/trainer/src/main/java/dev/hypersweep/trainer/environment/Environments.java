package dev.hypersweep.trainer.environment;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import dev.hypersweep.protocol.Environment;
import dev.hypersweep.protocol.Resources;
import dev.hypersweep.trainer.tensor.NativeSettings;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Describes this process. Hashing the jars takes a moment, so it runs beside other work. */
public final class Environments {

  private final CompletableFuture<String> trainerDigest =
      CompletableFuture.supplyAsync(TrainerDigest::ofClassPath);

  /** The environment of runs on that device; the engine must be loaded. */
  public Environment of(Resources resources) {
    Engine engine = Engine.getEngine("PyTorch");
    boolean gpu = resources.device().equals("gpu");
    String deviceClass =
        gpu
            ? DeviceClass.gpu(
                CudaUtils.getCudaVersionString(),
                CudaUtils.getComputeCapability(0),
                engine.getVersion())
            : DeviceClass.cpu(engine.getVersion());
    SortedMap<String, String> libraries = new TreeMap<>();
    libraries.put("java", Runtime.version().toString());
    libraries.put("djl", Engine.getDjlVersion());
    libraries.put("pytorch", engine.getVersion());
    libraries.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    return new Environment(
        trainerDigest.join(),
        deviceClass,
        resources.threads(),
        gpu ? "statistical" : "bit-identical",
        libraries,
        new TreeMap<>(NativeSettings.apply()));
  }

  /** Memory of the device in bytes: the machine's (or its container's), or the GPU's. */
  public static long memoryBytes(String device) {
    if (device.equals("gpu")) {
      return CudaUtils.getGpuMemory(Device.gpu(0)).getMax();
    }
    var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getTotalMemorySize();
  }
}
