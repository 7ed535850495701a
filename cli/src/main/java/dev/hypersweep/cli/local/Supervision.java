package dev.hypersweep.cli.local;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Starts a child again that died while nobody asked it to; gives up when children keep dying. What
 * a dead worker or orchestrator had in hand is the protocol's business: leases expire, agents
 * spool.
 */
final class Supervision implements Runnable {

  private static final int RESTARTS = 5;
  private static final long WINDOW = TimeUnit.SECONDS.toNanos(60);

  private final Children children;
  private final PrintStream progress;
  private final Runnable giveUp;
  private final Deque<Long> restarts = new ArrayDeque<>();

  /**
   * A supervision that still has to be run.
   *
   * @param giveUp called once if more than five restarts were needed within a minute
   */
  Supervision(Children children, PrintStream progress, Runnable giveUp) {
    this.children = children;
    this.progress = progress;
    this.giveUp = giveUp;
  }

  @Override
  public void run() {
    try {
      while (!children.stopping()) {
        for (Child child : children.all()) {
          if (!child.lives() && !children.stopping() && !revived(child)) {
            giveUp.run();
            return;
          }
        }
        TimeUnit.MILLISECONDS.sleep(500);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean revived(Child child) {
    long now = System.nanoTime();
    restarts.removeIf(time -> now - time > WINDOW);
    if (restarts.size() >= RESTARTS) {
      progress.printf("%s keeps dying; its log: %s%n", child.name(), child.log());
      child.lastWords(20).forEach(line -> progress.println("  " + line));
      return false;
    }
    restarts.add(now);
    progress.printf("%s died; starting it again (log: %s)%n", child.name(), child.log());
    try {
      children.start(child);
      return true;
    } catch (CannotStart e) {
      return children.stopping();
    }
  }
}
