package dev.hypersweep.protocol;

/**
 * A worker stops in order and wants no more work until it registers again.
 *
 * @param registration as the answer to its registration said; a later life of the worker has
 *     another one, and cannot be signed off by an earlier one
 */
public record SignOff(long workerId, long registration) {}
