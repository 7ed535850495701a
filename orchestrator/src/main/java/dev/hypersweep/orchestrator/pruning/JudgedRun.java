package dev.hypersweep.orchestrator.pruning;

import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.PrunerChoice;
import dev.hypersweep.sweeps.sampling.Goal;

/**
 * A run of a sweep that has a pruner, with its place.
 *
 * @param space the variant whose trials it is compared with; null if one search spans all variants
 * @param cell number of its dataset and seed, seed by seed
 * @param objective of the sweep
 * @param goal which runs on its dataset are better
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
    Objective objective,
    Goal goal,
    long seed) {}
