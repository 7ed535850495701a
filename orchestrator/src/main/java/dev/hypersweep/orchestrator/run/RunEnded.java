package dev.hypersweep.orchestrator.run;

/**
 * CDI event: a run reached an end state (SUCCEEDED, PRUNED, FAILED, CANCELLED). Fired inside the
 * transaction that ends it, so that what observers write is committed together with the end, or not
 * at all.
 */
public record RunEnded(long runId, RunKind kind, RunState state) {}
