package dev.hypersweep.sweeps.simulation.claim;

/**
 * A run that waits.
 *
 * @param team its owner
 * @param priority higher is claimed first
 * @param identity equal ones are the same computation
 * @param device that a worker must have
 * @param threads that it must have exactly
 * @param memoryBytes that it must have at least
 */
public record QueuedRun(
    String team,
    int priority,
    String dataset,
    String identity,
    String device,
    int threads,
    long memoryBytes) {}
