package dev.hypersweep.sweeps;

import dev.hypersweep.protocol.RunSpecification;

/**
 * A run and the trial that it belongs to.
 *
 * @param point the trial
 * @param specification what a worker gets; its datasetHash is null
 */
public record PlannedRun(TrialPoint point, RunSpecification specification) {}
