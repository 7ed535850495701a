package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.sweeps.SweepDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How many trials of a variant should be open at a time where the sampler learns: enough that no
 * worker waits, and not more, as each is chosen without knowing how the others end.
 */
@ApplicationScoped
class OpenTrials {

  /** One that runs and one that waits for it to end. */
  private static final int LEAST = 2;

  @Inject PlanWorkers workers;

  /** What the definition says, else what live workers need just now. */
  long of(SweepDefinition definition) {
    if (definition.sampler().parallel() != null) {
      return definition.sampler().parallel();
    }
    long runs = (long) definition.datasets().size() * definition.seeds().size();
    long needed = runs * Math.max(1, definition.variants().size());
    int usable = workers.offers(definition.resources(), definition.datasets()).usable();
    return Math.max(LEAST, 1 + (usable + needed - 1) / needed);
  }
}
