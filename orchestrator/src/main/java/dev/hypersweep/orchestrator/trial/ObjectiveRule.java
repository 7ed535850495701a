package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.matrix.MatrixObjective;
import java.util.List;

/**
 * By what a sweep compares its trials.
 *
 * @param matrix how the runs of a trial become its objective
 * @param datasets names, once for each metric that counts there
 * @param metrics at the same places
 */
record ObjectiveRule(
    Objective objective,
    MatrixObjective matrix,
    List<Long> seeds,
    List<String> datasets,
    List<String> metrics) {}
