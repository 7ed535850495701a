package dev.hypersweep.trainer.tensor;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of the numeric libraries that are read when the engine loads, put into the process
 * environment by libc's setenv just before. What the caller's environment already says wins.
 */
public final class NativeSettings {

  private static final int M_TRIM_THRESHOLD = -1;
  private static final int M_TOP_PAD = -2;
  private static final int M_MMAP_THRESHOLD = -3;
  private static final int M_ARENA_MAX = -8;
  private static final String TF32 = "TORCH_ALLOW_TF32_CUBLAS_OVERRIDE";
  private static final int TWO_GB = 2_000_000_000;
  private static final int TOP_PAD = 64 << 20;

  private static SortedMap<String, String> inForce;
  private static boolean tf32;

  private NativeSettings() {}

  /** The three functions of libc that Java has no door for. */
  interface LibC extends Library {
    int setenv(String name, String value, int overwrite);

    String getenv(String name);

    int mallopt(int parameter, int value);
  }

  /**
   * Applies the settings, once per process and before any tensor exists.
   *
   * @return name to value of what is in force; part of a run's Environment
   */
  public static synchronized SortedMap<String, String> apply() {
    if (inForce == null) {
      LibC libc = Native.load("c", LibC.class);
      if (Platform.isLinux()) {
        keepMemory(libc);
      }
      inForce = Collections.unmodifiableSortedMap(environment(libc));
    }
    return inForce;
  }

  /**
   * Lets matrix products on a GPU round to TF32. The engine reads this once, when it loads.
   *
   * @throws DeviceUnavailable if it has loaded without
   */
  static synchronized void allowTf32() {
    if (inForce != null && !"1".equals(inForce.get(TF32))) {
      throw new DeviceUnavailable(
          "settings.precision: this process has loaded PyTorch without tf32; start another");
    }
    tf32 = true;
  }

  /**
   * Freed tensors stay with the process: glibc would give big blocks back to the system at every
   * step, and fault their pages in again.
   */
  private static void keepMemory(LibC libc) {
    libc.mallopt(M_ARENA_MAX, 1);
    libc.mallopt(M_MMAP_THRESHOLD, TWO_GB);
    libc.mallopt(M_TRIM_THRESHOLD, TWO_GB);
    libc.mallopt(M_TOP_PAD, TOP_PAD);
  }

  private static SortedMap<String, String> environment(LibC libc) {
    SortedMap<String, String> settings = new TreeMap<>();
    // MKL picks one code path whatever the alignment of memory, and never fewer threads than asked.
    settings.put("MKL_CBWR", Cpu.here().mklCodePath());
    settings.put("MKL_DYNAMIC", "FALSE");
    settings.put("OMP_DYNAMIC", "FALSE");
    // Full float32 in matrix products on GPUs that would round to TF32.
    settings.put(TF32, tf32 ? "1" : "0");
    settings.put("CUBLAS_WORKSPACE_CONFIG", ":4096:8");
    settings.replaceAll(
        (name, value) -> {
          libc.setenv(name, value, 0);
          return libc.getenv(name);
        });
    return settings;
  }
}
