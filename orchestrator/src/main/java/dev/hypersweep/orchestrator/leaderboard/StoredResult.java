package dev.hypersweep.orchestrator.leaderboard;

import java.time.Instant;
import java.util.Comparator;

/**
 * A result of a trial's run, before anything was decided about it.
 *
 * @param configuration hash of variant and settings: the row
 * @param fingerprint equal ones are the same run; null on rows that no claim ever touched
 * @param pruned ended early
 * @param value of the dataset's metric, null if the result has none
 * @param parameters trainable ones
 * @param trainSeconds wall time of the optimiser steps
 */
record StoredResult(
    long runId,
    String configuration,
    String variant,
    String dataset,
    long seed,
    String fingerprint,
    boolean pruned,
    Double value,
    String comparabilityClass,
    String evaluationProtocol,
    Instant createdAt,
    Long parameters,
    Long activeParameters,
    Double trainSeconds) {

  /** Oldest first, by the database's clock. */
  static final Comparator<StoredResult> BY_AGE =
      Comparator.comparing(StoredResult::createdAt).thenComparing(StoredResult::runId);
}
