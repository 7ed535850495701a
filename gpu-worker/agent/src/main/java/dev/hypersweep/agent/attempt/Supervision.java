package dev.hypersweep.agent.attempt;

import dev.hypersweep.agent.Stop;
import dev.hypersweep.agent.Timing;
import dev.hypersweep.agent.spool.Recorder;
import dev.hypersweep.agent.trainer.Ending;
import dev.hypersweep.agent.trainer.TrainerProcess;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.RunFailure;
import dev.hypersweep.protocol.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Watches one trainer from its start to its end, and writes the attempt's last record. A trainer
 * that was told to end and does not is killed; so is one whose work is worth nothing any more.
 */
final class Supervision {

  private static final Logger LOG = Logger.getLogger(Supervision.class);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Lease lease;
  private final Recorder recorder;
  private final Hearing hearing;
  private final Timing timing;
  private final Stop stop;
  private final AtomicReference<Signal> told = new AtomicReference<>(Signal.CONTINUE);
  private String killedBecause;
  private long killAt = Long.MAX_VALUE;

  Supervision(Lease lease, Recorder recorder, Hearing hearing, Timing timing, Stop stop) {
    this.lease = lease;
    this.recorder = recorder;
    this.hearing = hearing;
    this.timing = timing;
    this.stop = stop;
  }

  /** The orchestrator asks for this; from any thread. */
  void tell(Signal signal) {
    told.set(signal);
  }

  boolean cancelled() {
    return told.get() == Signal.CANCEL;
  }

  /** Blocks until the trainer has ended. */
  Ending watch(TrainerProcess trainer, BooleanSupplier pointless) throws InterruptedException {
    Signal passedOn = Signal.CONTINUE;
    boolean stopPassedOn = false;
    boolean lastWord = false;
    while (!trainer.ended(LOOK)) {
      flush();
      Signal signal = told.get();
      if (signal != passedOn) {
        trainer.signal(signal);
        passedOn = signal;
        if (signal == Signal.CANCEL) {
          killIn(timing.grace(), "did not obey CANCEL");
        }
      }
      if (stop.asked() && !stopPassedOn) {
        stopPassedOn = true;
        LOG.infof("attempt %d: the trainer is asked for a checkpoint", lease.attemptId());
        trainer.signal(Signal.STOP);
        killIn(timing.trainerStopsWithin(), "did not obey STOP");
      }
      if (!lastWord && hearing.lastWordHeard()) {
        lastWord = true;
        killIn(timing.grace(), "did not end after its last word");
      }
      if (pointless.getAsBoolean()) {
        killIn(Duration.ZERO, "does work that nobody wants any more");
      }
      if (System.nanoTime() >= killAt) {
        LOG.warnf("attempt %d: the trainer is killed: it %s", lease.attemptId(), killedBecause);
        trainer.kill();
        killAt = Long.MAX_VALUE;
      }
    }
    return trainer.ending();
  }

  /** The last record: what the trainer said, or what its end says. */
  void conclude(Ending ending) {
    if (hearing.failure().isPresent()) {
      recorder.failure(hearing.failure().get());
    } else if (hearing.result().isPresent() || hearing.pause().isPresent()) {
      try {
        if (hearing.result().isPresent()) {
          recorder.result(hearing.result().get());
        } else {
          recorder.pause(hearing.pause().get());
        }
      } catch (IOException e) {
        fail(FailureClass.NODE_LOST, e.getMessage());
      }
    } else if (cancelled()) {
      fail(FailureClass.PREEMPTED, "Cancelled. " + ending.message());
    } else if (stop.asked()) {
      fail(FailureClass.PREEMPTED, "The worker was stopped. " + ending.message());
    } else {
      fail(ending.failureClass(), ending.message());
    }
  }

  /** Ends the attempt without or beside the trainer's word. */
  void fail(FailureClass failureClass, String message) {
    LOG.errorf("attempt %d fails, %s: %s", lease.attemptId(), failureClass, message);
    recorder.failure(
        new RunFailure(lease.generation(), failureClass, Messages.cut(message), recorder.step()));
  }

  private void flush() {
    try {
      recorder.flushIfDue();
    } catch (IOException e) {
      hearing.lost(FailureClass.NODE_LOST, e.getMessage());
      killIn(Duration.ZERO, "cannot be recorded");
    }
  }

  private void killIn(Duration grace, String because) {
    long at = System.nanoTime() + grace.toNanos();
    if (at < killAt) {
      killAt = at;
      killedBecause = because;
    }
  }
}
