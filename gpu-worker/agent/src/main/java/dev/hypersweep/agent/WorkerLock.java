package dev.hypersweep.agent;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One agent for one worker's folder: two would send each other's records. */
final class WorkerLock implements Closeable {

  private final FileChannel file;

  /**
   * @throws AgentFailure if another agent has the folder, or it cannot be written
   */
  WorkerLock(Path folder) {
    FileLock lock;
    try {
      Files.createDirectories(folder);
      file =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = file.tryLock();
    } catch (OverlappingFileLockException e) {
      throw taken(folder);
    } catch (IOException e) {
      throw new AgentFailure("the worker's folder cannot be written: " + e);
    }
    if (lock == null) {
      throw taken(folder);
    }
  }

  private static AgentFailure taken(Path folder) {
    return new AgentFailure(
        "another agent works in " + folder + ": give this one another HYPERSWEEP_WORKER_NAME");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
