package dev.hypersweep.agent.attempt;

import dev.hypersweep.agent.spool.DiskFault;
import dev.hypersweep.agent.status.AttemptEnd;
import dev.hypersweep.agent.wire.Answer;
import dev.hypersweep.agent.wire.Backoff;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.RunFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The attempts of one worker, on its disk. One at a time. */
public final class Attempts {

  private static final Logger LOG = Logger.getLogger(Attempts.class);
  private static final int TRIES = 10;

  private final Surroundings around;
  private final Path path;

  /**
   * @param path folder of attempts; made if it is not there
   * @throws IOException if it cannot be made
   */
  public Attempts(Surroundings around, Path path) throws IOException {
    this.around = around;
    this.path = Files.createDirectories(path);
  }

  /** The same attempts with another time between heartbeats. */
  public Attempts beating(Duration every) throws IOException {
    return new Attempts(around.beating(every), path);
  }

  /**
   * Executes a lease to its end. Whatever goes wrong is the attempt's failure, never the agent's.
   */
  public void execute(Lease lease) throws InterruptedException {
    AttemptFolder folder;
    try {
      folder = AttemptFolder.create(path, lease);
    } catch (IOException e) {
      failWithoutSpool(lease, e);
      return;
    }
    try (Attempt attempt = new Attempt(around, folder, lease)) {
      LOG.infof(
          "attempt %d of run %d begins: %s on %s, seed %d%s",
          lease.attemptId(),
          lease.runId(),
          lease.specification().variant(),
          lease.specification().dataset(),
          lease.specification().seed(),
          lease.resume() == null ? "" : ", from step " + lease.resume().step());
      ended(folder, lease, attempt.execute());
    } catch (IOException e) {
      failWithoutSpool(lease, e);
      folder.delete();
    }
  }

  /**
   * Brings everything to its end that an earlier life of this worker has left.
   *
   * @return false if there was nothing
   */
  public boolean replayLeftovers() throws IOException, InterruptedException {
    List<AttemptFolder> folders = AttemptFolder.all(path);
    for (AttemptFolder folder : folders) {
      Optional<Lease> lease = folder.lease();
      if (lease.isEmpty()) {
        folder.delete();
      } else if (!around.stop().asked()) {
        LOG.infof("attempt %d was left over: replayed", lease.get().attemptId());
        try (Attempt attempt = new Attempt(around, folder, lease.get())) {
          ended(folder, lease.get(), attempt.replay());
        }
      }
    }
    return !folders.isEmpty();
  }

  /** Bytes that the disk still takes. */
  public long freeBytes() throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  private void ended(AttemptFolder folder, Lease lease, AttemptEnd end) {
    LOG.infof("attempt %d of run %d ended: %s", lease.attemptId(), lease.runId(), end);
    around.status().ended(end);
    if (end != AttemptEnd.LEFT_OVER) {
      folder.delete();
    }
  }

  /** The disk does not even take the lease: tries to say so, and leaves the rest to its expiry. */
  private void failWithoutSpool(Lease lease, IOException cause) throws InterruptedException {
    String message =
        cause instanceof DiskFault
            ? cause.getMessage()
            : new DiskFault(path, cause.toString()).getMessage();
    LOG.errorf("attempt %d fails: %s", lease.attemptId(), message);
    RunFailure failure =
        new RunFailure(lease.generation(), FailureClass.NODE_LOST, Messages.cut(message), 0);
    Backoff backoff = new Backoff(around.timing().backoffFirst(), around.timing().backoffMost());
    for (int i = 0; i < TRIES; i++) {
      if (!(around.orchestrator().failure(lease.attemptId(), failure) instanceof Answer.Away)
          || around.stop().pause(backoff.next())) {
        break;
      }
    }
    around.status().ended(AttemptEnd.FAILURE);
  }
}
