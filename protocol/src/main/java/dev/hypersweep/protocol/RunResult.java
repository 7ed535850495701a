package dev.hypersweep.protocol;

import java.util.SortedMap;

/**
 * An attempt came to its end.
 *
 * @param metrics final values on the evaluation split, by catalogue metric name ({@code accuracy},
 *     {@code loss}, ...), finite
 * @param steps optimiser steps done
 * @param chain digest of the last step
 * @param pruned true if the attempt ended early because it was told to
 * @param earlyStop null if the run has no such rule
 */
public record RunResult(
    long generation,
    SortedMap<String, Double> metrics,
    long steps,
    String chain,
    boolean pruned,
    Cost cost,
    Manifest manifest,
    String seal,
    EarlyStop earlyStop) {}
