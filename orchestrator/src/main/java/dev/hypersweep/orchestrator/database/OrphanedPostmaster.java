package dev.hypersweep.orchestrator.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A postmaster that outlived a killed orchestrator. The home's lock is ours when this is called, so
 * nobody else uses it.
 */
final class OrphanedPostmaster {

  private static final int PATIENCE_SECONDS = 15;

  private OrphanedPostmaster() {}

  /** Ends the postmaster on that data folder, if one lives, and waits until it is gone. */
  static void end(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> postmaster = process(pidFile).filter(found -> serves(found, data));
    if (postmaster.isPresent()) {
      end(postmaster.get());
    }
    // After kill -9 the number may have gone to another program; PostgreSQL would refuse to start.
    Files.deleteIfExists(pidFile);
  }

  private static void end(ProcessHandle postmaster) throws IOException {
    // SIGTERM lets sessions end first; those of a killed orchestrator have ended.
    postmaster.destroy();
    try {
      postmaster.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      postmaster.destroyForcibly();
      postmaster.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a postmaster ended", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IOException("cannot wait for the postmaster", e);
    }
  }

  private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static boolean serves(ProcessHandle process, Path data) {
    try {
      String commandLine = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
      return commandLine.contains("postgres") && commandLine.contains(data.toString());
    } catch (IOException e) {
      return process.info().commandLine().filter(line -> line.contains("postgres")).isPresent();
    }
  }
}
