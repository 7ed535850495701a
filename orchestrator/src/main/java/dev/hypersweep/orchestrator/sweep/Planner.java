package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.sweep.Plan.Estimate;
import dev.hypersweep.orchestrator.sweep.Plan.PlannedPromotion;
import dev.hypersweep.orchestrator.sweep.Plan.PlannedRung;
import dev.hypersweep.orchestrator.sweep.PlanWorkers.Offered;
import dev.hypersweep.orchestrator.sweep.PlanWorkers.Offers;
import dev.hypersweep.protocol.RunSpecification;
import dev.hypersweep.sweeps.PlannedRun;
import dev.hypersweep.sweeps.PromotionPlan;
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
  @Inject OpenTrials openTrials;
  @Inject WarmStarts warmStarts;

  Plan plan(SweepDefinition definition) {
    WarmStarts.Carried warm = warmStarts.over(definition);
    PlannedRuns planned =
        PlannedRuns.of(
            definition, openTrials.of(definition), warm.made(definition), definition.datasets());
    Set<String> computed = computedRuns.among(planned);
    int alreadyComputed = (int) planned.identities().stream().filter(computed::contains).count();
    List<RunSpecification> toCompute = toCompute(planned, computed);
    List<Offered> datasets = workers.datasets(definition.datasets());
    Offers offers = workers.offers(definition.resources(), definition.datasets());
    Estimate estimate = estimate(planned, toCompute, datasets, offers.usable());
    List<String> warnings =
        PlanWarnings.of(
            definition,
            datasets,
            offers,
            alreadyComputed,
            toCompute.size(),
            planned.runs().size() - alreadyComputed - toCompute.size());
    warnings.addAll(warm.warnings());
    if (!definition.pruner().promotes()) {
      // Where most runs pause for good, whole runs say nothing of what a budget is enough for.
      BudgetCut.of(definition.budget(), estimate, toCompute.size() + planned.runsToCome())
          .ifPresent(warnings::add);
    }
    return new Plan(
        definition.name(),
        definition.hash(),
        Math.toIntExact(planned.trials().size() + planned.toCome()),
        Math.toIntExact(planned.runs().size() + planned.runsToCome()),
        alreadyComputed,
        Math.toIntExact(toCompute.size() + planned.runsToCome()),
        planned.trials().stream().map(TrialPoint::variant).distinct().toList(),
        datasets.stream().map(Offered::dataset).toList(),
        definition.seeds(),
        Math.toIntExact(planned.toCome()),
        definition.pruner().promotes() ? promotion(definition, estimate) : null,
        estimate,
        warnings);
  }

  private static PlannedPromotion promotion(SweepDefinition definition, Estimate estimate) {
    PromotionPlan plan = PromotionPlan.of(definition);
    return new PlannedPromotion(
        plan.rungs().stream()
            .map(rung -> new PlannedRung(rung.step(), rung.least(), rung.most()))
            .toList(),
        estimate == null ? null : (Double) (plan.leastShare() * estimate.deviceHours()),
        estimate == null ? null : (Double) (plan.mostShare() * estimate.deviceHours()));
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

  /** Runs of trials that are still to be chosen are taken to be as long as those of the first. */
  private Estimate estimate(
      PlannedRuns planned, List<RunSpecification> toCompute, List<Offered> datasets, int workers) {
    if (workers == 0) {
      return null;
    }
    List<RunSpecification> like =
        toCompute.isEmpty() && planned.toCome() > 0
            ? planned.runs().stream().map(PlannedRun::specification).toList()
            : toCompute;
    long runs = toCompute.size() + planned.runsToCome();
    return Expectation.of(like, stored.latest(), datasets)
        .map(expected -> estimate(expected, runs, workers))
        .orElse(null);
  }

  private static Estimate estimate(Expectation expected, long runs, int workers) {
    double at = Math.max(1, Math.min(workers, runs));
    double seconds = expected.runSeconds() * runs;
    return new Estimate(
        expected.runSeconds(),
        seconds / at,
        Math.max(0, seconds - expected.half(runs)) / at,
        (seconds + expected.half(runs)) / at,
        seconds / 3600,
        workers,
        expected.basedOnRuns());
  }
}
