package dev.hypersweep.trainer.train;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run has come to, beside its weights and its optimiser; saved in checkpoints.
 *
 * @param step optimiser steps done
 * @param digest of that step
 * @param tokens trained on
 * @param seconds of training and evaluation, over all attempts
 * @param trainSeconds of the optimiser steps alone, over all attempts
 * @param metrics of the last evaluation; empty before the first
 * @param watch what the divergence rule has seen
 * @param best evaluation so far; null before the first and without early stopping
 */
public record State(
    long step,
    String digest,
    long tokens,
    double seconds,
    double trainSeconds,
    SortedMap<String, Double> metrics,
    DivergenceRule.Watch watch,
    PatienceRule.Best best) {

  /** Before the first step. */
  public static State start() {
    return new State(
        0, DigestChain.START, 0, 0, 0, new TreeMap<>(), DivergenceRule.Watch.start(), null);
  }

  /** The metrics that a result reports: of the best evaluation if there is one, else the last. */
  SortedMap<String, Double> reported() {
    return best == null ? metrics : best.metrics();
  }
}
