package dev.hypersweep.orchestrator.run;

import dev.hypersweep.protocol.FailureClass;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One execution of a run under one lease.
 *
 * @param state ACTIVE, ACCEPTED (the one that counts), PAUSED (at a rung), FAILED, EXPIRED or
 *     CANCELLED
 * @param resumedFrom the attempt whose checkpoint it went on from
 * @param resumedStep steps done in that checkpoint
 * @param step steps done at its last sign of life
 */
public record RunAttempt(
    long id,
    long generation,
    @Schema(examples = "worker-1") String worker,
    @Schema(examples = "ACCEPTED") String state,
    @Schema(nullable = true) Long resumedFrom,
    long resumedStep,
    long step,
    @Schema(nullable = true, implementation = FailureClass.class) String failureClass,
    @Schema(nullable = true) String failureMessage,
    Instant startedAt,
    @Schema(nullable = true) Instant finishedAt) {}
