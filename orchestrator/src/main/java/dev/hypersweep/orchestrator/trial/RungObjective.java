package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.run.RungEvaluation;
import dev.hypersweep.sweeps.matrix.Measured;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.matrix.Score;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What runs and trials are worth at a rung, by the rule by which they are compared at their end.
 */
@ApplicationScoped
public class RungObjective {

  @Inject ObjectiveRules rules;
  @Inject RungEvaluation evaluations;
  @Inject TrialObjective ends;

  /**
   * The objective of a run at its first evaluation at or after a step, or that of its result if it
   * ended before.
   */
  public OptionalDouble ofRun(long sweep, long run, String dataset, long step) {
    ObjectiveRule rule = rules.of(sweep).orElseThrow();
    List<String> metrics = new ArrayList<>();
    for (int i = 0; i < rule.datasets().size(); i++) {
      if (rule.datasets().get(i).equals(dataset)) {
        metrics.add(rule.metrics().get(i));
      }
    }
    OptionalDouble there = evaluations.mean(run, step, metrics);
    return there.isPresent() ? there : ends.ofRun(sweep, run);
  }

  /** The objective of a trial whose runs have these values; it does not exist if one is missing. */
  public Score ofTrial(long sweep, Map<Place, Double> values, Set<Place> failed) {
    ObjectiveRule rule = rules.of(sweep).orElseThrow();
    return rule.matrix().scores(List.of(new Measured(values, failed)), rule.seeds()).get(0);
  }
}
