package dev.hypersweep.agent.spool;

import dev.hypersweep.agent.wire.Json;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The records of one attempt in the order in which they were made, append-only, in one file.
 *
 * <p>Guarantees: a record survives a kill -9 of this process once {@link #append} has returned, and
 * the death of the machine if it is not a log; one that was being written at that moment is cut off
 * at the next opening. Every record is handed out again until it was acknowledged, so a reader may
 * meet one twice.
 *
 * <p>Thread-safe. One process at a time.
 */
public final class Spool implements Closeable {

  private static final Logger LOG = Logger.getLogger(Spool.class);

  /** A record and the position after it. */
  public record Entry(SpoolRecord record, long next) {}

  private final Path folder;
  private final FileChannel file;
  private final Cursor cursor;
  private final SpoolSummary summary = new SpoolSummary();
  private long end;
  private long acknowledged;
  private SpoolRecord unwritten;

  /**
   * Opens the spool in a folder, or begins one.
   *
   * @throws IOException if the folder cannot be read and written
   */
  public Spool(Path folder) throws IOException {
    this.folder = folder;
    file =
        FileChannel.open(
            folder.resolve("spool.log"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    cursor = new Cursor(folder.resolve("acknowledged"));
    recover();
  }

  private void recover() throws IOException {
    for (Optional<byte[]> payload = Frames.read(file, 0);
        payload.isPresent();
        payload = Frames.read(file, end)) {
      summary.add(Json.read(payload.get(), SpoolRecord.class));
      end += Frames.size(payload.get().length);
    }
    if (file.size() > end) {
      LOG.warnf("%s: %d bytes after the last whole record cut off", folder, file.size() - end);
      file.truncate(end);
    }
    acknowledged = Math.min(cursor.read(), end);
  }

  /**
   * Adds a record.
   *
   * @throws DiskFault if it could not be written; the spool is then as it was before
   */
  public synchronized void append(SpoolRecord record) throws IOException {
    byte[] payload = Json.bytes(record);
    try {
      Frames.write(file, end, payload);
      if (!(record instanceof SpoolRecord.Logs)) {
        file.force(false);
      }
    } catch (IOException e) {
      file.truncate(end);
      throw new DiskFault(folder, e.getMessage());
    }
    end += Frames.size(payload.length);
    summary.add(record);
    notifyAll();
  }

  /**
   * Adds the last record, in memory if the disk has no room for it: then it is handed out after the
   * others, but does not survive this process.
   */
  public synchronized void appendLast(SpoolRecord record) {
    try {
      append(record);
    } catch (IOException e) {
      LOG.errorf("last record kept in memory only: %s", e);
      unwritten = record;
      summary.add(record);
      notifyAll();
    }
  }

  /**
   * The oldest record that was not acknowledged; waits for one at most so long.
   *
   * @throws IOException if the file cannot be read
   */
  public synchronized Optional<Entry> oldest(Duration wait)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    while (acknowledged >= end && unwritten == null) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
    if (acknowledged >= end) {
      return Optional.of(new Entry(unwritten, end));
    }
    byte[] payload =
        Frames.read(file, acknowledged)
            .orElseThrow(() -> new IOException("no whole record at " + acknowledged));
    return Optional.of(
        new Entry(
            Json.read(payload, SpoolRecord.class), acknowledged + Frames.size(payload.length)));
  }

  /** The entry need not be handed out again. */
  public synchronized void acknowledge(Entry entry) {
    if (entry.record() == unwritten) {
      unwritten = null;
    }
    acknowledged = entry.next();
    try {
      cursor.write(acknowledged);
    } catch (IOException e) {
      LOG.warnf("cursor not written, records may be sent twice: %s", e);
    }
  }

  /** What the records say so far. */
  public synchronized SpoolSummary.Snapshot summary() {
    return summary.snapshot();
  }

  /** Bytes not acknowledged yet. */
  public synchronized long backlog() {
    return end - acknowledged;
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
    cursor.close();
  }
}
