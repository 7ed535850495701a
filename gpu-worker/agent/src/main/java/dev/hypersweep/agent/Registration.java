package dev.hypersweep.agent;

import dev.hypersweep.agent.status.AgentStatus;
import dev.hypersweep.agent.wire.Answer;
import dev.hypersweep.agent.wire.Backoff;
import dev.hypersweep.agent.wire.Orchestrator;
import dev.hypersweep.protocol.SignOff;
import dev.hypersweep.protocol.WorkerRegistered;
import dev.hypersweep.protocol.WorkerRegistration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes this worker known, as often as need be. */
record Registration(
    Orchestrator orchestrator,
    WorkerRegistration registration,
    AgentStatus status,
    Timing timing,
    Stop stop) {

  private static final Logger LOG = Logger.getLogger(Registration.class);

  /**
   * Blocks until the orchestrator knows this worker; empty if the agent was stopped first.
   *
   * @throws AgentFailure if it does not want it
   */
  Optional<WorkerRegistered> untilRegistered() throws InterruptedException {
    Backoff backoff = new Backoff(timing.backoffFirst(), timing.backoffMost());
    do {
      Answer<WorkerRegistered> answer = orchestrator.register(registration);
      if (answer instanceof Answer.Accepted<WorkerRegistered> accepted) {
        status.reached();
        status.registered(true);
        return Optional.of(accepted.body());
      } else if (answer instanceof Answer.Refused<WorkerRegistered> refused) {
        throw refusal(refused);
      } else if (answer instanceof Answer.Superseded<WorkerRegistered> superseded) {
        throw new AgentFailure("the registration was refused: " + superseded.problem());
      } else if (answer instanceof Answer.Away<WorkerRegistered> away) {
        status.away(away.reason());
      }
    } while (!stop.pause(backoff.next()));
    return Optional.empty();
  }

  /**
   * Says that this worker stops. Tried twice and not for long: if nobody hears it, the worker will
   * be found lost, which costs no more than its lease's time.
   */
  void signOff(WorkerRegistered registered) {
    SignOff signOff = new SignOff(registered.workerId(), registered.registration());
    Answer<Void> answer = orchestrator.signOff(signOff);
    if (answer instanceof Answer.Away<Void>) {
      answer = orchestrator.signOff(signOff);
    }
    if (!(answer instanceof Answer.Accepted<Void>)) {
      LOG.warnf("the orchestrator did not take the sign-off: %s", answer);
    }
  }

  /** What a 4xx means for an agent that does nothing else yet. */
  static AgentFailure refusal(Answer.Refused<?> refused) {
    return new AgentFailure(
        refused.isForToken()
            ? "the orchestrator does not take this worker's token: set HYPERSWEEP_TOKEN to the"
                + " \"worker\" token of the orchestrator's HYPERSWEEP_HOME/tokens ("
                + refused.problem()
                + ")"
            : "the orchestrator refuses this worker: " + refused.problem());
  }
}
