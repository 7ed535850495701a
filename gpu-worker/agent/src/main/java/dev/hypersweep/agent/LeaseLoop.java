package dev.hypersweep.agent;

import dev.hypersweep.agent.attempt.Attempts;
import dev.hypersweep.agent.attempt.Surroundings;
import dev.hypersweep.agent.wire.Answer;
import dev.hypersweep.agent.wire.Backoff;
import dev.hypersweep.protocol.Lease;
import dev.hypersweep.protocol.LeaseRequest;
import dev.hypersweep.protocol.WorkerRegistered;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Asks for work, does it, asks again, until the agent is stopped; then signs off. */
final class LeaseLoop {

  private static final Logger LOG = Logger.getLogger(LeaseLoop.class);
  private static final long LEAST_FREE_BYTES = 64L << 20;

  private final Surroundings around;
  private final Attempts attempts;
  private final LeaseTicket ticket;
  private final Registration registration;
  private final Backoff idle;
  private WorkerRegistered registered;
  private boolean full;

  LeaseLoop(
      Surroundings around,
      Attempts attempts,
      LeaseTicket ticket,
      Registration registration,
      WorkerRegistered registered) {
    this.around = around;
    this.attempts = attempts;
    this.ticket = ticket;
    this.registration = registration;
    this.registered = registered;
    this.idle = new Backoff(around.timing().idle(), around.timing().idle().multipliedBy(2));
  }

  /**
   * @throws AgentFailure if the orchestrator does not want this worker any more
   * @throws IOException if the worker's folder cannot be used
   */
  void run() throws IOException, InterruptedException {
    Backoff away = new Backoff(around.timing().backoffFirst(), around.timing().backoffMost());
    while (!around.stop().asked()) {
      if (!diskHasRoom()) {
        around.stop().pause(idle.next());
        continue;
      }
      Answer<Lease> answer =
          around.orchestrator().lease(new LeaseRequest(registered.workerId(), ticket.id()));
      if (answer instanceof Answer.Accepted<Lease> accepted) {
        around.status().reached();
        away.reset();
        if (accepted.body() == null) {
          around.stop().pause(idle.next());
          idle.reset();
        } else {
          attempts.execute(accepted.body());
          renewTicket();
        }
      } else if (answer instanceof Answer.Away<Lease> reason) {
        around.status().away(reason.reason());
        around.stop().pause(away.next());
      } else {
        refused(answer);
        around.stop().pause(away.next());
      }
    }
    registration.signOff(registered);
  }

  /** The orchestrator does not know this worker (another database, perhaps) or its token. */
  private void refused(Answer<Lease> answer) throws InterruptedException {
    if (answer instanceof Answer.Refused<Lease> refused) {
      if (refused.isForToken()) {
        throw Registration.refusal(refused);
      }
      LOG.warnf("no lease, registering again: %s", refused.problem());
    } else if (answer instanceof Answer.Superseded<Lease> superseded) {
      LOG.warnf("no lease, registering again: %s", superseded.problem());
    }
    registration.untilRegistered().ifPresent(again -> registered = again);
  }

  private void renewTicket() throws IOException, InterruptedException {
    while (!around.stop().asked()) {
      try {
        ticket.renew();
        return;
      } catch (IOException e) {
        LOG.errorf("the worker's disk takes nothing, no lease is asked for: %s", e.getMessage());
        around.stop().pause(around.timing().backoffMost());
      }
    }
  }

  private boolean diskHasRoom() throws IOException {
    long free = attempts.freeBytes();
    boolean was = full;
    full = free < LEAST_FREE_BYTES;
    if (full && !was) {
      LOG.errorf(
          "no lease is asked for: the worker's disk has %d bytes left, %d are needed",
          free, LEAST_FREE_BYTES);
    } else if (was && !full) {
      LOG.info("the worker's disk has room again");
    }
    return !full;
  }
}
