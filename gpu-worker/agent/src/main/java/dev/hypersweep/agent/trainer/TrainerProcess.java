package dev.hypersweep.agent.trainer;

import dev.hypersweep.agent.wire.Json;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Signal;
import dev.hypersweep.protocol.TrainerEvent;
import dev.hypersweep.protocol.TrainerTask;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * One trainer process that executes one task. Its standard input stays open as long as this process
 * lives: when the agent dies, however it dies, the trainer reads the end of the stream and ends.
 */
public final class TrainerProcess {

  private static final Logger LOG = Logger.getLogger(TrainerProcess.class);
  private static final int LONGEST_LINE = 16_000;
  private static final int LONGEST_EVENT = 16 << 20;
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Process process;
  private final TrainerListener listener;
  private final LastLines lastLines = new LastLines();
  private final long oomKillsBefore = OomKills.count();
  private final AtomicBoolean lost = new AtomicBoolean();
  private final Thread events;
  private final Thread lines;

  private TrainerProcess(Process process, TrainerListener listener, String name) {
    this.process = process;
    this.listener = listener;
    this.events = new Thread(() -> readEvents(), "trainer-events-" + name);
    this.lines = new Thread(() -> readLines(), "trainer-log-" + name);
  }

  /**
   * Starts {@code COMMAND work} and hands it the task.
   *
   * @param name for the names of threads
   * @throws IOException if the program cannot be started
   */
  public static TrainerProcess start(
      TrainerCommand command, TrainerTask task, TrainerListener listener, String name)
      throws IOException {
    int threads = task.specification().resources().threads();
    TrainerProcess trainer =
        new TrainerProcess(command.process(threads, "work").start(), listener, name);
    trainer.events.setDaemon(true);
    trainer.lines.setDaemon(true);
    trainer.events.start();
    trainer.lines.start();
    trainer.write(Json.bytes(task));
    return trainer;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Passes a signal on. A trainer that has ended meanwhile does not hear it. */
  public void signal(Signal signal) {
    write(signal.name().getBytes(StandardCharsets.UTF_8));
  }

  /** Ends it and its children at once. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    // By its handle: Process.destroyForcibly would close the pipes on its last words.
    process.toHandle().destroyForcibly();
  }

  /**
   * Waits for the end, at most so long.
   *
   * @return false if it still runs
   */
  public boolean ended(Duration within) throws InterruptedException {
    return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits for the end and for its last words. */
  public Ending ending() throws InterruptedException {
    int status = process.waitFor();
    // A child of the trainer may hold the pipes open for ever: the wait is bounded.
    events.join(LAST_WORDS.toMillis());
    lines.join(LAST_WORDS.toMillis());
    return new Ending(
        status, lastLines.text(), lastLines.tellOfMemory(), OomKills.count() > oomKillsBefore);
  }

  private synchronized void write(byte[] line) {
    try {
      OutputStream input = process.getOutputStream();
      input.write(line);
      input.write('\n');
      input.flush();
    } catch (IOException e) {
      LOG.debugf("the trainer does not listen any more: %s", e.getMessage());
    }
  }

  private void readEvents() {
    BoundedLines input = new BoundedLines(process.getInputStream(), LONGEST_EVENT);
    for (String line = next(input); line != null; line = next(input)) {
      String heard = line;
      if (heard.startsWith("{")) {
        TrainerEvent event;
        try {
          event = Json.read(heard, TrainerEvent.class);
        } catch (IOException e) {
          giveUp(FailureClass.CODE, "The trainer wrote a line that is no event: " + e.getMessage());
          return;
        }
        keep(() -> listener.event(event));
      } else if (!heard.isBlank()) {
        // Native libraries print where they like.
        keep(() -> listener.line(heard));
      }
    }
  }

  private void readLines() {
    BoundedLines log = new BoundedLines(process.getErrorStream(), LONGEST_LINE);
    for (String line = next(log); line != null; line = next(log)) {
      String heard = line;
      lastLines.add(heard);
      keep(() -> listener.line(heard));
    }
  }

  private interface Keeping {
    void keep() throws IOException;
  }

  /** Reading goes on even if nothing can be kept: a full pipe would stop the trainer half-way. */
  private void keep(Keeping keeping) {
    try {
      keeping.keep();
    } catch (IOException e) {
      giveUp(FailureClass.NODE_LOST, e.getMessage());
    }
  }

  private void giveUp(FailureClass failureClass, String message) {
    if (lost.compareAndSet(false, true)) {
      listener.lost(failureClass, message);
      kill();
    }
  }

  private static String next(BoundedLines lines) {
    try {
      return lines.next();
    } catch (IOException e) {
      LOG.debugf("the trainer's stream ends: %s", e.getMessage());
      return null;
    }
  }
}
