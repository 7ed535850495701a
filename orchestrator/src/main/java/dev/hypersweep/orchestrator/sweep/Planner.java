package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.sweep.Plan.Estimate;
import dev.hypersweep.orchestrator.sweep.PlanWorkers.Offered;
import dev.hypersweep.orchestrator.sweep.PlanWorkers.Offers;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.TrialPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says what a sweep would do, without storing anything. */
@ApplicationScoped
class Planner {

  @Inject ComputedRuns computedRuns;
  @Inject PlanWorkers workers;
  @Inject StoredTimings stored;

  Plan plan(SweepDefinition definition) {
    PlannedRuns planned = PlannedRuns.of(definition);
    Set<String> computed = computedRuns.among(planned);
    int alreadyComputed = (int) planned.identities().stream().filter(computed::contains).count();
    List<RunSpecification> toCompute = toCompute(planned, computed);
    List<Offered> datasets = workers.datasets(definition.datasets());
    Offers offers = workers.offers(definition.resources(), definition.datasets());
    int equal = planned.runs().size() - alreadyComputed - toCompute.size();
    return new Plan(
        definition.name(),
        definition.hash(),
        planned.trials().size(),
        planned.runs().size(),
        alreadyComputed,
        toCompute.size(),
        planned.trials().stream().map(TrialPoint::variant).distinct().toList(),
        datasets.stream().map(Offered::dataset).toList(),
        definition.seeds(),
        estimate(toCompute, offers.usable()),
        PlanWarnings.of(definition, datasets, offers, alreadyComputed, toCompute.size(), equal));
  }

  /** One of each set of equal runs that nobody has computed yet. */
  private static List<RunSpecification> toCompute(PlannedRuns planned, Set<String> computed) {
    Set<String> seen = new HashSet<>(computed);
    List<RunSpecification> left = new ArrayList<>();
    for (int i = 0; i < planned.runs().size(); i++) {
      if (seen.add(planned.identities().get(i))) {
        left.add(planned.runs().get(i).specification());
      }
    }
    return left;
  }

  private Estimate estimate(List<RunSpecification> runs, int workers) {
    if (workers == 0) {
      return null;
    }
    return Expectation.of(runs, stored.latest())
        .map(
            expected ->
                new Estimate(
                    expected.runSeconds(),
                    expected.seconds() / Math.max(1, Math.min(workers, runs.size())),
                    workers,
                    expected.basedOnRuns()))
        .orElse(null);
  }
}
