package dev.hypersweep.agent.status;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the orchestrator knows this worker. An orchestrator that is away is told but makes no
 * worker unready: it goes on training.
 */
@Readiness
@ApplicationScoped
final class AgentHealth implements HealthCheck {

  private final AgentStatus status;

  AgentHealth(AgentStatus status) {
    this.status = status;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("worker")
        .status(status.isRegistered())
        .withData("attempt", status.attempt())
        .withData("backlogBytes", status.backlogBytes())
        .withData("orchestratorAway", status.awayBecause().orElse("no"))
        .build();
  }
}
