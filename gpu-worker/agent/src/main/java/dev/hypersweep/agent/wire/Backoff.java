package dev.hypersweep.agent.wire;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next try: doubles from {@code first} to {@code most}, each time
 * between half of that and all of it, so that many workers do not come back in step. Not
 * thread-safe.
 */
public final class Backoff {

  private final Duration first;
  private final Duration most;
  private long millis;

  public Backoff(Duration first, Duration most) {
    if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
      throw new IllegalArgumentException("back-off from " + first + " to " + most);
    }
    this.first = first;
    this.most = most;
    reset();
  }

  /** The peer answered: the next wait is the first again. */
  public void reset() {
    millis = first.toMillis();
  }

  /** The next wait. */
  public Duration next() {
    long upper = millis;
    millis = Math.min(most.toMillis(), millis * 2);
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(upper / 2, upper + 1));
  }
}
