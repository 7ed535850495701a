package dev.hypersweep.agent.spool;

import dev.hypersweep.protocol.LogChunk;
import dev.hypersweep.protocol.MetricBatch;
import dev.hypersweep.protocol.RunFailure;
import dev.hypersweep.protocol.RunPause;
import dev.hypersweep.protocol.RunResult;
import dev.hypersweep.protocol.TrainerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * Turns what the trainer says into spool records, few rather than many: points and lines wait up to
 * {@code linger} for company. Guarantee: all that was said before a checkpoint lies before it in
 * the spool, and the result or failure lies last; after it nothing is taken any more. Thread-safe.
 *
 * <p>Every method throws IOException if the spool could not be written.
 */
public final class Recorder {

  private static final long MOST_LOG_CHARACTERS = 16L << 20;

  private final Spool spool;
  private final long lingerNanos;
  private final MetricBatches metrics;
  private final LogChunks logs;
  private long oldest;
  private long step;
  private long artifacts;

  public Recorder(Spool spool, long generation, Duration linger) {
    SpoolSummary.Snapshot known = spool.summary();
    this.spool = spool;
    this.lingerNanos = linger.toNanos();
    this.metrics = new MetricBatches(generation, known.nextBatch());
    this.logs = new LogChunks(generation, known.nextChunk(), MOST_LOG_CHARACTERS);
    this.step = known.step();
  }

  /** Points, digests and arrays since the last call. */
  public synchronized void progress(TrainerEvent.Progress progress) throws IOException {
    if (spool.summary().ended()) {
      return;
    }
    begin();
    metrics.add(progress.points() == null ? List.of() : progress.points(), progress.digests());
    metrics.add(progress.arrays() == null ? List.of() : progress.arrays());
    step = Math.max(step, progress.step());
    if (metrics.full()) {
      flush();
    }
  }

  /** A line of the trainer's log. */
  public synchronized void line(String line) throws IOException {
    if (spool.summary().ended()) {
      return;
    }
    begin();
    logs.add(line);
    if (logs.full()) {
      flush();
    }
  }

  /** A checkpoint lies on disk. */
  public synchronized void checkpoint(TrainerEvent.Checkpoint checkpoint) throws IOException {
    if (spool.summary().ended()) {
      return;
    }
    step = Math.max(step, checkpoint.step());
    flush();
    spool.append(
        new SpoolRecord.Checkpoint(
            checkpoint.step(), name(checkpoint), Path.of(checkpoint.path()).toString()));
  }

  /** A file lies on disk; it is kept under a name that says when it was made. */
  public synchronized void artifact(TrainerEvent.Artifact artifact) throws IOException {
    if (spool.summary().ended()) {
      return;
    }
    flush();
    Path file = Path.of(artifact.path());
    String name = artifact.kind() + "-" + step + "-" + ++artifacts + ending(file);
    Path kept = file.resolveSibling(name);
    Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
    spool.append(new SpoolRecord.Artifact(artifact.kind(), step, name, kept.toString()));
  }

  /** Steps done, as far as the trainer has said. */
  public synchronized long step() {
    return step;
  }

  /** Writes what has waited long enough. */
  public synchronized void flushIfDue() throws IOException {
    if ((!metrics.isEmpty() || !logs.isEmpty()) && System.nanoTime() - oldest >= lingerNanos) {
      flush();
    }
  }

  /** The attempt came to its end. */
  public synchronized void result(RunResult result) throws IOException {
    flush();
    spool.append(new SpoolRecord.Result(result));
  }

  /** The attempt pauses at its rung. */
  public synchronized void pause(RunPause pause) throws IOException {
    flush();
    spool.append(new SpoolRecord.Pause(pause));
  }

  /** The attempt ended without a result. Never throws: see {@link Spool#appendLast}. */
  public synchronized void failure(RunFailure failure) {
    try {
      flush();
    } catch (IOException e) {
      // What is lost here is the tail of a log; the failure itself must get through.
    }
    spool.appendLast(new SpoolRecord.Failure(failure));
  }

  private void begin() {
    if (metrics.isEmpty() && logs.isEmpty()) {
      oldest = System.nanoTime();
    }
  }

  private void flush() throws IOException {
    for (MetricBatch batch : metrics.take()) {
      spool.append(new SpoolRecord.Metrics(batch));
    }
    for (LogChunk chunk : logs.take()) {
      spool.append(new SpoolRecord.Logs(chunk));
    }
  }

  /** Unique within the attempt whatever the trainer calls its files. */
  private static String name(TrainerEvent.Checkpoint checkpoint) {
    return "checkpoint-" + checkpoint.step() + ending(Path.of(checkpoint.path()));
  }

  private static String ending(Path path) {
    String file = path.getFileName().toString();
    int dot = file.lastIndexOf('.');
    String ending = dot < 0 ? "" : file.substring(dot);
    return ending.matches("\\.[A-Za-z0-9]{1,20}") ? ending : "";
  }
}
