package dev.hypersweep.agent.attempt;

import dev.hypersweep.agent.Timing;
import dev.hypersweep.agent.spool.Spool;
import dev.hypersweep.agent.spool.SpoolRecord;
import dev.hypersweep.agent.status.AgentStatus;
import dev.hypersweep.agent.status.AttemptEnd;
import dev.hypersweep.agent.wire.Answer;
import dev.hypersweep.agent.wire.Backoff;
import dev.hypersweep.agent.wire.Orchestrator;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.RunFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The one sender of an attempt: takes records from the spool in their order and sends each until it
 * is acknowledged. Ends when the last record was, when the orchestrator says 409 (somebody else has
 * the run), when it does not take our token (the spool stays), or when it refuses a record: then
 * the attempt fails with CODE and the refusal's text.
 */
final class Delivery {

  private static final Logger LOG = Logger.getLogger(Delivery.class);
  private static final Duration LOOK_UP = Duration.ofMillis(500);

  private final Orchestrator orchestrator;
  private final Lease lease;
  private final Spool spool;
  private final AgentStatus status;
  private final Backoff backoff;
  private final CheckpointUpload checkpoints;
  private final ArtifactUpload artifacts;
  private final CompletableFuture<AttemptEnd> end = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean givingUp;

  Delivery(Orchestrator orchestrator, Lease lease, Spool spool, AgentStatus status, Timing timing) {
    this.orchestrator = orchestrator;
    this.lease = lease;
    this.spool = spool;
    this.status = status;
    this.backoff = new Backoff(timing.backoffFirst(), timing.backoffMost());
    this.checkpoints = new CheckpointUpload(orchestrator, lease);
    this.artifacts = new ArtifactUpload(orchestrator, lease);
    this.thread = new Thread(this::run, "sender-" + lease.attemptId());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Somebody else learned that the attempt is not ours any more. */
  void superseded() {
    end.complete(AttemptEnd.SUPERSEDED);
  }

  /** Completes when nothing more will be sent. */
  CompletableFuture<AttemptEnd> end() {
    return end;
  }

  /** True from the moment on at which the attempt's further work is worth nothing. */
  boolean pointless() {
    return givingUp || end.isDone();
  }

  /** Sends nothing more; what is left stays in the spool. */
  void stop() {
    // No interrupt: it would close the spool's file under whoever uses it.
    end.complete(AttemptEnd.LEFT_OVER);
  }

  private void run() {
    try {
      while (!end.isDone()) {
        var oldest = spool.oldest(LOOK_UP);
        status.backlog(spool.backlog());
        if (oldest.isPresent()) {
          deliver(oldest.get());
        }
      }
    } catch (IOException e) {
      if (end.isDone()) {
        return; // stopped, and the spool closed behind us
      }
      LOG.errorf("attempt %d: the spool cannot be read: %s", lease.attemptId(), e);
      giveUp(FailureClass.NODE_LOST, "The worker's spool cannot be read: " + e);
    } catch (InterruptedException e) {
      end.complete(AttemptEnd.LEFT_OVER);
    }
  }

  private void deliver(Spool.Entry entry) throws InterruptedException {
    Answer<?> answer = send(entry.record());
    if (answer instanceof Answer.Accepted<?>) {
      status.reached();
      backoff.reset();
      spool.acknowledge(entry);
      if (entry.record() instanceof SpoolRecord.Result) {
        end.complete(AttemptEnd.RESULT);
      } else if (entry.record() instanceof SpoolRecord.Pause) {
        end.complete(AttemptEnd.PAUSE);
      } else if (entry.record() instanceof SpoolRecord.Failure) {
        end.complete(AttemptEnd.FAILURE);
      }
    } else if (answer instanceof Answer.Superseded<?> superseded) {
      LOG.warnf("attempt %d is dropped: %s", lease.attemptId(), superseded.problem());
      end.complete(AttemptEnd.SUPERSEDED);
    } else if (answer instanceof Answer.Refused<?> refused && refused.isForToken()) {
      // Not the attempt's fault: what it made waits for an agent with a token that is taken.
      LOG.errorf("attempt %d: HYPERSWEEP_TOKEN: %s", lease.attemptId(), refused.problem());
      end.complete(AttemptEnd.LEFT_OVER);
    } else if (answer instanceof Answer.Refused<?> refused) {
      String what = entry.record().getClass().getSimpleName().toLowerCase(Locale.ROOT);
      LOG.errorf("attempt %d: %s refused: %s", lease.attemptId(), what, refused.problem());
      giveUp(
          FailureClass.CODE,
          "The orchestrator refused what the trainer made (" + what + "): " + refused.problem());
    } else if (answer instanceof Answer.Away<?> away) {
      status.away(away.reason());
      pause(backoff.next());
    }
  }

  private void pause(Duration wait) throws InterruptedException {
    try {
      end.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // The wait is over.
    } catch (ExecutionException e) {
      throw new IllegalStateException("never completed with an error", e);
    }
  }

  private Answer<?> send(SpoolRecord record) {
    long attempt = lease.attemptId();
    if (record instanceof SpoolRecord.Metrics metrics) {
      return orchestrator.metrics(attempt, metrics.batch());
    } else if (record instanceof SpoolRecord.Logs logs) {
      return orchestrator.logs(attempt, logs.chunk());
    } else if (record instanceof SpoolRecord.Checkpoint checkpoint) {
      return checkpoints.send(checkpoint);
    } else if (record instanceof SpoolRecord.Artifact artifact) {
      return artifacts.send(artifact);
    } else if (record instanceof SpoolRecord.Result result) {
      return orchestrator.result(attempt, result.result());
    } else if (record instanceof SpoolRecord.Pause pause) {
      return orchestrator.pause(attempt, pause.pause());
    }
    return orchestrator.failure(attempt, ((SpoolRecord.Failure) record).failure());
  }

  /** Reports past the spool, since the spool cannot be emptied. */
  private void giveUp(FailureClass failureClass, String message) {
    givingUp = true;
    long step = spool.summary().step();
    RunFailure failure = new RunFailure(lease.generation(), failureClass, message, step);
    try {
      Answer<Void> answer = orchestrator.failure(lease.attemptId(), failure);
      while (answer instanceof Answer.Away<Void> away && !end.isDone()) {
        status.away(away.reason());
        pause(backoff.next());
        answer = orchestrator.failure(lease.attemptId(), failure);
      }
      if (answer instanceof Answer.Refused<Void> refused) {
        LOG.errorf("attempt %d: failure refused too: %s", lease.attemptId(), refused.problem());
      }
      end.complete(AttemptEnd.REFUSED);
    } catch (InterruptedException e) {
      end.complete(AttemptEnd.LEFT_OVER);
    }
  }
}
