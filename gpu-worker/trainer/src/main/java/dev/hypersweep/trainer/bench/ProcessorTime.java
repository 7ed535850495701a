package dev.hypersweep.trainer.bench;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Time that processors spent, not the clock's: what neighbours take of a core is not in it. */
final class ProcessorTime {

  private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
  private static final LibC LIBC = Native.load("c", LibC.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long PROBE = 200_000_000;

  private ProcessorTime() {}

  /** The clock of libc: the JVM's own counts processors' time in steps of 10 ms. */
  interface LibC extends Library {
    int clock_gettime(int clock, long[] secondsAndNanoseconds);
  }

  /** Seconds that all threads of this process have had so far. */
  static double seconds() {
    long[] time = new long[2];
    LIBC.clock_gettime(CLOCK_PROCESS_CPUTIME_ID, time);
    return time[0] + time[1] / 1e9;
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
