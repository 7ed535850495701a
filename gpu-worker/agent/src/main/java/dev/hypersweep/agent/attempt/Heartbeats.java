package dev.hypersweep.agent.attempt;

import dev.hypersweep.agent.status.AgentStatus;
import dev.hypersweep.agent.wire.Answer;
import dev.hypersweep.agent.wire.Orchestrator;
import dev.hypersweep.protocol.Heartbeat;
import dev.hypersweep.protocol.HeartbeatAnswer;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.Signal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Says that an attempt is alive, and passes on what the answer asks for. A heartbeat that does not
 * get through changes nothing here, however many they are: whether the lease still holds is the
 * orchestrator's to say, with 409.
 */
final class Heartbeats implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Heartbeats.class);

  private final Orchestrator orchestrator;
  private final Lease lease;
  private final AgentStatus status;
  private final LongSupplier step;
  private final Consumer<Signal> told;
  private final Runnable superseded;
  private final ScheduledExecutorService clock;
  private Signal last = Signal.CONTINUE;

  /**
   * @param told gets each signal once when it changes; never CONTINUE
   */
  Heartbeats(
      Orchestrator orchestrator,
      Lease lease,
      AgentStatus status,
      LongSupplier step,
      Consumer<Signal> told,
      Runnable superseded) {
    this.orchestrator = orchestrator;
    this.lease = lease;
    this.status = status;
    this.step = step;
    this.told = told;
    this.superseded = superseded;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "heartbeat-" + lease.attemptId());
              thread.setDaemon(true);
              return thread;
            });
  }

  void start(Duration every) {
    long millis = every.toMillis();
    clock.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      hear(
          orchestrator.heartbeat(
              lease.attemptId(), new Heartbeat(lease.generation(), step.getAsLong())));
    } catch (RuntimeException e) {
      // A scheduled task that throws is never run again, and the lease would be lost in silence.
      LOG.errorf(e, "attempt %d: heartbeat failed", lease.attemptId());
    }
  }

  private void hear(Answer<HeartbeatAnswer> answer) {
    if (answer instanceof Answer.Accepted<HeartbeatAnswer> accepted) {
      status.reached();
      Signal signal = accepted.body().signal();
      if (signal != null && signal != Signal.CONTINUE && signal != last) {
        LOG.infof("attempt %d is told to %s", lease.attemptId(), signal);
        told.accept(signal);
        last = signal;
      }
    } else if (answer instanceof Answer.Superseded<HeartbeatAnswer>) {
      superseded.run();
    } else if (answer instanceof Answer.Refused<HeartbeatAnswer> refused) {
      LOG.errorf("attempt %d: heartbeat refused: %s", lease.attemptId(), refused.problem());
    } else if (answer instanceof Answer.Away<HeartbeatAnswer> away) {
      status.away(away.reason());
    }
  }

  @Override
  public void close() {
    // One that is under way may come to its end: cutting it off would look like a lost connection.
    clock.shutdown();
  }
}
