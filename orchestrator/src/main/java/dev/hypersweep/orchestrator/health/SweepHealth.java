package dev.hypersweep.orchestrator.health;

import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.SweepDefinitions;
import dev.hypersweep.sweeps.health.Health;
import dev.hypersweep.sweeps.health.Searched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Examines sweeps, each at most once for each end of one of its trials. */
@ApplicationScoped
class SweepHealth {

  private static final int KEPT = 64;

  @Inject AnnouncedDatasets announced;
  @Inject HealthVersion versions;
  @Inject ObservedTrials trials;
  @Inject Sql sql;

  /** A sweep's health, and the version of the trials that it was made of. */
  record Made(String version, Health health) {}

  private static final class Slot {
    private Made made;
  }

  private final Map<Long, Slot> slots =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Slot> eldest) {
              return size() > KEPT;
            }
          });

  /**
   * Its health now. Who asks while it is examined waits for that answer.
   *
   * @throws ProblemException not found
   */
  Made of(long sweep) {
    String asked = versions.of(sweep);
    Slot slot = slots.computeIfAbsent(sweep, any -> new Slot());
    synchronized (slot) {
      if (slot.made == null || !slot.made.version().equals(asked)) {
        // Read before the trials: what ends meanwhile shows in the next version.
        String now = versions.of(sweep);
        if (slot.made == null || !slot.made.version().equals(now)) {
          slot.made = new Made(now, examined(sweep));
        }
      }
      return slot.made;
    }
  }

  private Health examined(long sweep) {
    String text =
        sql.first("select definition::text from sweep where id = ?", row -> row.getString(1), sweep)
            .orElseThrow();
    SweepDefinition definition = SweepDefinitions.read(text, announced.metrics());
    var parameters = Searched.of(definition);
    var ended = trials.of(sweep, definition);
    return definition.hasSeveralObjectives()
        ? Health.ofSeveral(parameters, ended)
        : Health.of(parameters, ended);
  }
}
