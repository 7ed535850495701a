package dev.hypersweep.agent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish that the agent stops: asked for once, from any thread. */
public final class Stop {

  private final CountDownLatch asked = new CountDownLatch(1);

  public void ask() {
    asked.countDown();
  }

  public boolean asked() {
    return asked.getCount() == 0;
  }

  /**
   * Waits so long, or until it is asked for.
   *
   * @return true if it was asked for
   */
  public boolean pause(Duration duration) throws InterruptedException {
    return asked.await(duration.toMillis(), TimeUnit.MILLISECONDS);
  }
}
