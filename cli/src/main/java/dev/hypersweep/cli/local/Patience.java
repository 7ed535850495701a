package dev.hypersweep.cli.local;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits for something that a child is to bring about, for a bounded time, and gives up early if the
 * child dies.
 */
record Patience(String what, Duration limit, Child child) {

  private static final int LINES = 20;

  <T> T until(Supplier<Optional<T>> condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> result = condition.get();
      if (result.isPresent()) {
        return result.get();
      }
      if (!child.lives()) {
        throw new CannotStart(words("%s ended before it was ready".formatted(what)));
      }
      if (System.nanoTime() > deadline) {
        throw new CannotStart(
            words("%s was not ready after %d s".formatted(what, limit.toSeconds())));
      }
      pause();
    }
  }

  private String words(String reason) {
    String said = String.join("\n  ", child.lastWords(LINES));
    return reason + (said.isEmpty() ? "; " : ":\n  " + said + "\n") + "its log: " + child.log();
  }

  /** Between two looks at a process that is starting: it has no event to wait for. */
  private static void pause() {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("interrupted");
    }
  }
}
