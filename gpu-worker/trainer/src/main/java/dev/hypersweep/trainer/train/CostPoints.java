package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.CostMetric;
import dev.hypersweep.trainer.environment.ResidentMemory;
import dev.hypersweep.trainer.model.TrainableModel;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run has cost so far, as points beside its metrics: counts once, before the first step;
 * times and memory at each evaluation. A pruner of several objectives compares by them.
 */
final class CostPoints {

  private static final String PREFIX = "cost/";

  private CostPoints() {}

  /** The same at every step, and in every execution. */
  static SortedMap<String, Double> counts(Job<?> job) {
    TrainableModel<?> model = job.model();
    SortedMap<String, Double> costs = new TreeMap<>();
    put(costs, CostMetric.PARAMETERS, model.parameters().size());
    put(costs, CostMetric.PARAMETERS_ACTIVE, model.activeSize());
    put(costs, CostMetric.FLOPS_PER_TOKEN, model.flopsPerToken(job.meanTokens()));
    return costs;
  }

  /** Up to a state, which is not the first. */
  static SortedMap<String, Double> times(State state) {
    SortedMap<String, Double> costs = new TreeMap<>();
    put(costs, CostMetric.SECONDS, state.seconds());
    put(costs, CostMetric.SECONDS_PER_STEP, state.trainSeconds() / state.step());
    put(costs, CostMetric.TOKENS_PER_SECOND, state.tokens() / state.trainSeconds());
    put(costs, CostMetric.PEAK_MEMORY, ResidentMemory.peakBytes());
    return costs;
  }

  private static void put(SortedMap<String, Double> costs, CostMetric cost, double value) {
    costs.put(PREFIX + cost.metricName(), value);
  }
}
