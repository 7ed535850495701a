package dev.hypersweep.orchestrator.leaderboard;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/**
 * A result of a trial's run, before anything was decided about it.
 *
 * @param configuration hash of variant and settings: the row
 * @param fingerprint equal ones are the same run; null on rows that no claim ever touched
 * @param pruned ended early
 * @param readings by measure, of those that the board asks for; all of them, or it cannot count
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
    Map<String, Reading> readings,
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
