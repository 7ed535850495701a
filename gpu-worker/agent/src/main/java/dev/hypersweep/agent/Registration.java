package dev.hypersweep.agent;

import dev.hypersweep.agent.status.AgentStatus;
import dev.hypersweep.agent.wire.Answer;
import dev.hypersweep.agent.wire.Backoff;
import dev.hypersweep.agent.wire.Orchestrator;
import dev.hypersweep.protocol.WorkerRegistered;
import dev.hypersweep.protocol.WorkerRegistration;
import java.util.Optional;

/** Makes this worker known, as often as need be. */
record Registration(
    Orchestrator orchestrator,
    WorkerRegistration registration,
    AgentStatus status,
    Timing timing,
    Stop stop) {

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
        throw refusal(refused.status(), refused.problem());
      } else if (answer instanceof Answer.Superseded<WorkerRegistered> superseded) {
        throw new AgentFailure("the registration was refused: " + superseded.problem());
      } else if (answer instanceof Answer.Away<WorkerRegistered> away) {
        status.away(away.reason());
      }
    } while (!stop.pause(backoff.next()));
    return Optional.empty();
  }

  /** What a 4xx means for an agent that does nothing else yet. */
  static AgentFailure refusal(int status, String problem) {
    return new AgentFailure(
        status == 401 || status == 403
            ? "the orchestrator does not take this worker's token: set HYPERSWEEP_TOKEN to the"
                + " \"worker\" token of the orchestrator's HYPERSWEEP_HOME/tokens ("
                + problem
                + ")"
            : "the orchestrator refuses this worker: " + problem);
  }
}
