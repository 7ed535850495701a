package dev.hypersweep.protocol;

/**
 * An attempt has paused where {@link Lease#until} told it to. No failure: the run goes on from its
 * checkpoint if it is promoted.
 *
 * @param step optimiser steps done, those of the checkpoint; its evaluation was sent before
 */
public record RunPause(long generation, long step) {}
