package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** How many runs are in which state, for Prometheus: {@code hypersweep_runs{state=".."}}. */
@ApplicationScoped
public class RunGauges {

  private static final Logger LOG = Logger.getLogger(RunGauges.class);

  @Inject Sql sql;
  @Inject MeterRegistry meters;

  private volatile Map<RunState, Long> counts = Map.of();

  void install(@Observes StartupEvent started) {
    for (RunState state : RunState.values()) {
      Gauge.builder("hypersweep.runs", () -> counts.getOrDefault(state, 0L))
          .description("Runs by state")
          .tag("state", state.name())
          .register(meters);
    }
  }

  @Scheduled(every = "5s")
  void count() {
    try {
      Map<RunState, Long> fresh = new EnumMap<>(RunState.class);
      sql.list(
          "select state, count(*) as runs from run group by state",
          row -> fresh.put(RunState.valueOf(row.getString("state")), row.getLong("runs")));
      counts = fresh;
    } catch (RuntimeException e) {
      LOG.debugf("runs could not be counted: %s", e.getMessage());
    }
  }
}
