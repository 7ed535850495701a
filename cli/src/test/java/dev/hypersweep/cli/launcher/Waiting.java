package dev.hypersweep.cli.launcher;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition with a deadline. */
public final class Waiting {

  private Waiting() {}

  /** Returns as soon as the condition holds; fails after 20 s. */
  public static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited 20 s in vain");
      }
      LockSupport.parkNanos(10_000_000);
    }
  }
}
