package dev.hypersweep.sweeps.simulation.claim;

/**
 * The right to execute an attempt of a run.
 *
 * @param run its number
 * @param generation 1 for the first lease of the run, one more for each after it
 */
public record Lease(long run, long generation) {}
