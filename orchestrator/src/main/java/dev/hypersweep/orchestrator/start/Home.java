package dev.hypersweep.orchestrator.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder where an installation keeps everything, held by at most one orchestrator: the lock
 * goes with the process, however that ends.
 */
public final class Home implements AutoCloseable {

  private final Path folder;
  private final FileLock lock;

  private Home(Path folder, FileLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Makes the folder if need be and takes its lock.
   *
   * @throws StartFailure if it cannot be written, or another orchestrator holds it
   */
  public static Home open(Path folder) {
    FileLock lock;
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    } catch (IOException e) {
      throw new StartFailure(
          "The home "
              + folder
              + " cannot be written ("
              + e
              + "): set HYPERSWEEP_HOME to a folder"
              + " that can.");
    }
    if (lock == null) {
      throw new StartFailure(
          "Another orchestrator lives in "
              + folder
              + ": stop it, or set HYPERSWEEP_HOME and"
              + " HYPERSWEEP_PORT to others.");
    }
    return new Home(folder, lock);
  }

  /** A folder below the home, made if need be, that only its owner can enter. */
  public Path privateFolder(String name) {
    try {
      Path path = folder.resolve(name);
      if (!Files.isDirectory(path)) {
        Files.createDirectory(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder itself. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try {
      lock.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
