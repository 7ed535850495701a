package dev.hypersweep.cli.local;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many single-threaded workers this machine carries. */
public final class Cores {

  /** Agent, trainer and the trainer's tensors, generously. */
  private static final long BYTES_PER_WORKER = 1_200_000_000L;

  private Cores() {}

  /** One per core, fewer where the memory is short, at least one. */
  public static int workers() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long fit = system.getTotalMemorySize() / BYTES_PER_WORKER;
    return (int) Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), fit));
  }
}
