package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.sweeps.matrix.Measured;

/**
 * A trial that has ended, with what its runs measured.
 *
 * @param pruned whether it ended early: then what its runs had reached counts, too
 * @param endedAs it was the n-th of its sweep to end; null if it was cancelled with all others
 */
record MeasuredTrial(long id, boolean pruned, Integer endedAs, Measured measured) {}
