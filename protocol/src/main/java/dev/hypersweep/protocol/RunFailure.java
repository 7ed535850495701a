package dev.hypersweep.protocol;

/**
 * An attempt ended without a result. {@code message}: what happened and what to do, at most 64 kB.
 */
public record RunFailure(long generation, FailureClass failureClass, String message, long step) {}
