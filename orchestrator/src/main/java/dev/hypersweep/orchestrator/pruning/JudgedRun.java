package dev.hypersweep.orchestrator.pruning;

import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.sweeps.PrunerChoice;
import dev.hypersweep.sweeps.sampling.Goal;

/**
 * A run of a sweep that has a pruner, with its place.
 *
 * @param space the variant whose trials it is compared with; null if one search spans all variants
 * @param cell number of its dataset and seed, seed by seed
 * @param metric objective of the sweep, by name
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
    String metric,
    Goal goal,
    long seed) {}
