package dev.hypersweep.protocol;

/**
 * What a run took. Times differ from one execution to the next; counts do not.
 *
 * @param seconds wall time of training and evaluation
 * @param trainSeconds wall time of the optimiser steps alone
 * @param tokens tokens trained on, padding not counted
 * @param peakMemoryBytes resident set of the trainer process at its highest
 * @param parameters trainable parameters
 * @param activeParameters those that one token meets
 * @param flopsPerToken floating-point operations of a forward pass per token, a multiply-add
 *     counting as two; a training step takes about three times as many; null in results from before
 *     it was counted
 */
public record Cost(
    double seconds,
    double trainSeconds,
    long tokens,
    long peakMemoryBytes,
    long parameters,
    long activeParameters,
    Double flopsPerToken) {}
