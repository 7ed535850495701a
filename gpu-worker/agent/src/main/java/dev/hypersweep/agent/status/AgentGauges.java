package dev.hypersweep.agent.status;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;

/** The agent's state as Prometheus reads it. */
@ApplicationScoped
final class AgentGauges {

  @Produces
  @jakarta.inject.Singleton
  AgentStatus status() {
    return new AgentStatus();
  }

  void register(@Observes StartupEvent start, MeterRegistry registry, AgentStatus status) {
    Gauge.builder("hypersweep.agent.training", status, s -> s.attempt() > 0 ? 1 : 0)
        .description("1 while an attempt is under way")
        .register(registry);
    Gauge.builder("hypersweep.agent.backlog", status, AgentStatus::backlogBytes)
        .description("What the attempt under way made and the orchestrator has not acknowledged")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder(
            "hypersweep.agent.orchestrator.away", status, s -> s.awayBecause().isPresent() ? 1 : 0)
        .description("1 while the orchestrator cannot be reached")
        .register(registry);
    for (AttemptEnd end : AttemptEnd.values()) {
      FunctionCounter.builder("hypersweep.agent.attempts", status, s -> s.count(end))
          .tag("end", end.name())
          .description("Attempts that ended, by how")
          .register(registry);
    }
  }
}
