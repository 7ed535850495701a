package dev.hypersweep.orchestrator.promotion;

import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.PrunerChoice;

/**
 * A sweep whose runs pause at rungs.
 *
 * @param held whether it is paused: who is promoted is held
 * @param spent whether its budget is: nobody is promoted any more
 * @param toCome trials that are still to be chosen
 */
record PromotedSweep(
    long id, PrunerChoice pruner, Objective objective, boolean held, boolean spent, long toCome) {}
