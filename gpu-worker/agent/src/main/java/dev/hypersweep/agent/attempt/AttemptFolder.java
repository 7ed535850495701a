package dev.hypersweep.agent.attempt;

import dev.hypersweep.agent.spool.DiskFault;
import dev.hypersweep.agent.spool.DurableFile;
import dev.hypersweep.agent.wire.Json;
import dev.hypersweep.protocol.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Where an attempt lives on the worker's disk: {@code attempt.json} (its lease), {@code
 * trainer.json} (its process), {@code spool.log}, {@code checkpoints/}, {@code resume}. It exists
 * from the lease to the acknowledgement of the last record; one without {@code attempt.json} is
 * rubbish.
 */
public record AttemptFolder(Path path) {

  private static final Logger LOG = Logger.getLogger(AttemptFolder.class);

  private record TrainerPid(long pid, long startedAtMillis) {}

  /**
   * Makes the folder of a lease, empty, and writes the lease durably.
   *
   * @throws DiskFault if the disk takes it not
   */
  static AttemptFolder create(Path attempts, Lease lease) throws DiskFault {
    AttemptFolder folder = new AttemptFolder(attempts.resolve(Long.toString(lease.attemptId())));
    folder.delete();
    try {
      Files.createDirectories(folder.checkpoints());
    } catch (IOException e) {
      throw new DiskFault(folder.path, e.toString());
    }
    folder.write("attempt.json", lease);
    return folder;
  }

  /** All folders, oldest attempt first. */
  static List<AttemptFolder> all(Path attempts) throws IOException {
    try (Stream<Path> paths = Files.list(attempts)) {
      return paths
          .filter(path -> path.getFileName().toString().matches("\\d{1,18}"))
          .sorted(Comparator.comparingLong(path -> Long.parseLong(path.getFileName().toString())))
          .map(AttemptFolder::new)
          .toList();
    }
  }

  /** Empty if the lease was not written to its end: then nothing was done under it. */
  Optional<Lease> lease() {
    return read("attempt.json", Lease.class);
  }

  Path checkpoints() {
    return path.resolve("checkpoints");
  }

  Path resume() {
    return path.resolve("resume");
  }

  void trainer(ProcessHandle trainer) throws DiskFault {
    write("trainer.json", new TrainerPid(trainer.pid(), startedAt(trainer)));
  }

  /** Ends the trainer of an agent that died, should it still be there. */
  void killTrainer() {
    read("trainer.json", TrainerPid.class)
        .flatMap(
            known ->
                ProcessHandle.of(known.pid())
                    // A process id is given out again; a process id with its start time is not.
                    .filter(found -> startedAt(found) == known.startedAtMillis()))
        .ifPresent(
            orphan -> {
              LOG.warnf("trainer %d outlived its agent: killed", orphan.pid());
              orphan.descendants().forEach(ProcessHandle::destroyForcibly);
              orphan.destroyForcibly();
            });
  }

  private static long startedAt(ProcessHandle process) {
    return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
  }

  /** Removes everything; the lease first, so that half of it is no attempt any more. */
  void delete() {
    try {
      Files.deleteIfExists(path.resolve("attempt.json"));
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.walk(path)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(file);
          }
        }
      }
    } catch (IOException e) {
      LOG.warnf("%s could not be removed: %s", path, e.toString());
    }
  }

  private <T> Optional<T> read(String name, Class<T> type) {
    try {
      return Optional.of(Json.read(Files.readAllBytes(path.resolve(name)), type));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void write(String name, Object value) throws DiskFault {
    try {
      DurableFile.write(path.resolve(name), Json.bytes(value));
    } catch (IOException e) {
      throw new DiskFault(path, e.toString());
    }
  }
}
