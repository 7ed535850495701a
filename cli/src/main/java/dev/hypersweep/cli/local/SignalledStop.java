package dev.hypersweep.cli.local;

import java.io.PrintStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stops, and says so. The stop never waits for the words: a terminal that has stopped reading
 * (Ctrl-S, a pager, a hung connection) blocks whoever writes to it, for ever.
 */
final class SignalledStop implements Runnable {

  private static final long WORDS_MILLISECONDS = 500;

  private final PrintStream progress;
  private final Runnable stop;

  SignalledStop(PrintStream progress, Runnable stop) {
    this.progress = progress;
    this.stop = stop;
  }

  /** Returns once everything is stopped, at most half a second later. */
  @Override
  public void run() {
    ExecutorService words = Executors.newSingleThreadExecutor(SignalledStop::daemon);
    words.execute(() -> progress.printf("%nstopping%n"));
    stop.run();
    words.execute(() -> progress.println("stopped"));
    words.shutdown();
    try {
      words.awaitTermination(WORDS_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "last words");
    thread.setDaemon(true);
    return thread;
  }
}
