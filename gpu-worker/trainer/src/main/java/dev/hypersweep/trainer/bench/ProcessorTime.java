package dev.hypersweep.trainer.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Time that processors spent, not the clock's: what neighbours take of a core is not in it. */
final class ProcessorTime {

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long PROBE = 200_000_000;

  private ProcessorTime() {}

  /** Seconds that all threads of this process have had so far. */
  static double seconds() {
    return PROCESS.getProcessCpuTime() / 1e9;
  }

  /** The part of a core that a busy thread gets just now: 1 on a quiet machine; takes 0.2 s. */
  static double coreShare() {
    long began = System.nanoTime();
    long busy = THREADS.getCurrentThreadCpuTime();
    while (System.nanoTime() - began < PROBE) {
      Thread.onSpinWait();
    }
    return (double) (THREADS.getCurrentThreadCpuTime() - busy) / (System.nanoTime() - began);
  }
}
