package dev.hypersweep.orchestrator.run;

import dev.hypersweep.protocol.Signal;

/**
 * A run whose row, with its trial's and its sweep's, is locked until the transaction ends.
 *
 * @param trialId null for an audit
 * @param sweepId null for an audit
 * @param sweepPaused true if what is tried again must be held
 */
public record LockedRun(
    long id,
    RunKind kind,
    Long trialId,
    Long sweepId,
    RunState state,
    long generation,
    Signal signal,
    boolean sweepPaused) {}
