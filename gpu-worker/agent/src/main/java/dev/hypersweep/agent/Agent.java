package dev.hypersweep.agent;

import dev.hypersweep.agent.attempt.Attempts;
import dev.hypersweep.agent.attempt.Surroundings;
import dev.hypersweep.agent.status.AgentStatus;
import dev.hypersweep.agent.trainer.Description;
import dev.hypersweep.agent.wire.Orchestrator;
import dev.hypersweep.protocol.WorkerDescription;
import dev.hypersweep.protocol.WorkerRegistered;
import dev.hypersweep.protocol.WorkerRegistration;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The life of an agent: describes itself, registers, brings to an end what an earlier life has
 * left, then executes one lease after the other until it is stopped.
 */
public final class Agent {

  private static final Logger LOG = Logger.getLogger(Agent.class);

  /** Nobody has said yet how often; a heartbeat too many does no harm. */
  private static final Duration HEARTBEAT_OF_LEFTOVERS = Duration.ofSeconds(2);

  private final Settings settings;
  private final AgentStatus status;
  private final Timing timing;
  private final Stop stop;

  /**
   * @param stop makes {@link #run} return soon after it was asked for
   */
  public Agent(Settings settings, AgentStatus status, Timing timing, Stop stop) {
    this.settings = settings;
    this.status = status;
    this.timing = timing;
    this.stop = stop;
  }

  /**
   * Works until it is stopped.
   *
   * @throws AgentFailure if it cannot work; the message is for people
   */
  public void run() throws InterruptedException {
    try (WorkerLock lock = new WorkerLock(settings.folder())) {
      LOG.debugf("%s is ours", lock);
      work();
    } catch (Description.Failed e) {
      if (stop.asked()) {
        return;
      }
      throw new AgentFailure("the trainer cannot work here: " + e.getMessage());
    } catch (IOException e) {
      throw new AgentFailure("the worker's folder " + settings.folder() + " fails: " + e);
    }
  }

  private WorkerDescription describe() throws Description.Failed, InterruptedException {
    WorkerDescription found =
        Description.ask(
            settings.command(), settings.device(), settings.threads(), settings.memory(), stop);
    LOG.infof(
        "worker %s: %s, %d threads, %s, %d datasets",
        settings.name(),
        found.resources().device(),
        found.resources().threads(),
        found.environment().deviceClass(),
        found.datasets().size());
    return found;
  }

  private void work() throws Description.Failed, IOException, InterruptedException {
    Orchestrator orchestrator = new Orchestrator(settings.address());
    Surroundings around =
        new Surroundings(
            orchestrator, settings.command(), status, timing, stop, HEARTBEAT_OF_LEFTOVERS);
    Attempts attempts = new Attempts(around, settings.folder().resolve("attempts"));
    LeaseTicket ticket = new LeaseTicket(settings.folder());
    // Before the description, which takes seconds: each of them a run would wait for.
    if (attempts.replayLeftovers()) {
      ticket.renew();
    }
    Registration registration =
        new Registration(
            orchestrator,
            new WorkerRegistration(settings.name(), describe()),
            status,
            timing,
            stop);
    Optional<WorkerRegistered> registered = registration.untilRegistered();
    if (registered.isPresent()) {
      LOG.infof("registered as worker %d", registered.get().workerId());
      Duration every = Duration.ofSeconds(Math.max(1, registered.get().heartbeatSeconds()));
      new LeaseLoop(
              around.beating(every),
              attempts.beating(every),
              ticket,
              registration,
              registered.get())
          .run();
    }
  }
}
