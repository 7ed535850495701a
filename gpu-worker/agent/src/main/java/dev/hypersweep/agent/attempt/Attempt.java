package dev.hypersweep.agent.attempt;

import dev.hypersweep.agent.spool.DiskFault;
import dev.hypersweep.agent.spool.Recorder;
import dev.hypersweep.agent.spool.Spool;
import dev.hypersweep.agent.status.AttemptEnd;
import dev.hypersweep.agent.trainer.TrainerProcess;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.TrainerTask;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One attempt under way. What it produces goes to its spool first and from there to the
 * orchestrator, so an orchestrator that is away delays the attempt's last word, never its training.
 */
final class Attempt implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Attempt.class);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Surroundings around;
  private final AttemptFolder folder;
  private final Lease lease;
  private final Spool spool;
  private final Recorder recorder;
  private final Hearing hearing;
  private final Supervision supervision;
  private final Delivery delivery;
  private final Heartbeats heartbeats;

  /** Begins to send heartbeats, and whatever lies in the spool. */
  Attempt(Surroundings around, AttemptFolder folder, Lease lease) throws IOException {
    this.around = around;
    this.folder = folder;
    this.lease = lease;
    spool = new Spool(folder.path());
    recorder = new Recorder(spool, lease.generation(), around.timing().linger());
    hearing = new Hearing(recorder, lease.generation());
    supervision = new Supervision(lease, recorder, hearing, around.timing(), around.stop());
    delivery = new Delivery(around.orchestrator(), lease, spool, around.status(), around.timing());
    heartbeats =
        new Heartbeats(
            around.orchestrator(),
            lease,
            around.status(),
            recorder::step,
            supervision::tell,
            delivery::superseded);
    around.status().attempt(lease.attemptId());
    heartbeats.start(around.heartbeatEvery());
    delivery.start();
  }

  /** Trains, and blocks until the last record was acknowledged or is worth nothing any more. */
  AttemptEnd execute() throws InterruptedException {
    try {
      if (resumed()) {
        train();
      }
    } catch (DiskFault e) {
      supervision.fail(FailureClass.NODE_LOST, e.getMessage());
    } catch (IOException e) {
      supervision.fail(FailureClass.CODE, "The attempt could not begin: " + e.getMessage());
    }
    return delivered();
  }

  /** Sends what an agent that died has left, and says that it died if the attempt has no end. */
  AttemptEnd replay() throws InterruptedException {
    folder.killTrainer();
    if (!spool.summary().ended()) {
      supervision.fail(
          FailureClass.NODE_LOST,
          "The worker's agent died and was started again; the run goes on from its last checkpoint.");
    }
    return delivered();
  }

  /** False if there is nothing to go on with; the attempt's end is written then. */
  private boolean resumed() throws IOException, InterruptedException {
    if (lease.resume() == null) {
      return true;
    }
    var download =
        new ResumeDownload(around.orchestrator(), around.status(), around.stop(), around.timing());
    boolean there =
        download.fetch(
            lease.resume(),
            folder.resume(),
            () -> delivery.pointless() || supervision.cancelled() || around.stop().asked());
    if (!there && !delivery.pointless()) {
      supervision.fail(FailureClass.PREEMPTED, "Ended before its checkpoint was there.");
    }
    return there;
  }

  private void train() throws IOException, InterruptedException {
    String resume = lease.resume() == null ? null : folder.resume().toString();
    TrainerTask task =
        new TrainerTask(
            lease.specification(), folder.checkpoints().toString(), resume, lease.until());
    TrainerProcess trainer =
        TrainerProcess.start(around.command(), task, hearing, Long.toString(lease.attemptId()));
    try {
      folder.trainer(trainer.handle());
      var ending = supervision.watch(trainer, delivery::pointless);
      if (!delivery.pointless()) {
        supervision.conclude(ending);
      }
    } finally {
      trainer.kill();
    }
  }

  private AttemptEnd delivered() throws InterruptedException {
    long stopSeen = 0;
    long cancelSeen = 0;
    while (true) {
      try {
        return delivery.end().get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long now = System.nanoTime();
        stopSeen = around.stop().asked() && stopSeen == 0 ? now : stopSeen;
        cancelSeen = supervision.cancelled() && cancelSeen == 0 ? now : cancelSeen;
        if (stopSeen != 0 && now - stopSeen > around.timing().spoolDrainsWithin().toNanos()) {
          LOG.warnf("attempt %d: %d bytes are left for the next start", id(), spool.backlog());
          return AttemptEnd.LEFT_OVER;
        }
        if (cancelSeen != 0 && now - cancelSeen > around.timing().grace().toNanos()) {
          LOG.warnf("attempt %d was cancelled: what is left of it is dropped", id());
          return AttemptEnd.SUPERSEDED;
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("never completed with an error", e);
      }
    }
  }

  private long id() {
    return lease.attemptId();
  }

  @Override
  public void close() throws IOException {
    heartbeats.close();
    delivery.stop();
    spool.close();
    around.status().attempt(0);
  }
}
