package dev.hypersweep.orchestrator.pruning;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.PrunerChoice;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.List;
import java.util.Map;

/**
 * A run of a sweep that has a pruner, with its place.
 *
 * @param space the variant whose trials it is compared with; null if one search spans all variants
 * @param cell number of its dataset and seed, seed by seed
 * @param objectives of the sweep
 * @param goals which runs on its dataset are better, by each of them
 * @param seed of the sweep
 */
record JudgedRun(
    long id,
    long sweep,
    long trial,
    int number,
    String space,
    String dataset,
    long runSeed,
    long cell,
    RunState state,
    PrunerChoice pruner,
    List<Objective> objectives,
    List<Goal> goals,
    long seed) {

  /** The first one, by which races and the end of a run go. */
  Objective objective() {
    return objectives.get(0);
  }

  /** Which runs are better by it. */
  Goal goal() {
    return goals.get(0);
  }

  /** Which runs on another dataset are better, by each objective. */
  List<Goal> goalsOn(String other, Map<String, Metric> metrics) {
    return objectives.stream().map(one -> one.directionOn(other, metrics)).toList();
  }
}
