package dev.hypersweep.orchestrator.run;

import dev.hypersweep.protocol.FailureClass;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run in a list. A reused run shows the numbers of the run that it reuses.
 *
 * @param sweepId null, as trial id and number, for an audit's execution, which no list shows
 * @param step optimiser steps done, of {@code steps}
 * @param steps in all; null where epochs decide and the number of examples is not known yet
 * @param rung number of the rung, from 1, at which it pauses, or to which it is trained; null where
 *     nobody is promoted
 * @param metric what {@code value} measures: the sweep's objective, or the dataset's own metric;
 *     {@code score} for the mean of several metrics that are scored
 * @param value null until there is a result
 * @param worker who holds or held the last lease
 * @param attempts leases given out so far
 * @param seconds wall time of the computation: of the result if there is one, else since the claim
 */
public record RunSummary(
    @Schema(examples = "17") long id,
    Long sweepId,
    Long trialId,
    Integer trialNumber,
    @Schema(examples = "hypermoe") String variant,
    @Schema(examples = "wordnet/noun-supersense") String dataset,
    long seed,
    RunState state,
    @Schema(examples = "300") long step,
    @Schema(nullable = true, examples = "400") Long steps,
    @Schema(nullable = true, examples = "2") Integer rung,
    @Schema(examples = "accuracy") String metric,
    @Schema(nullable = true, examples = "0.5625") Double value,
    @Schema(nullable = true, examples = "worker-1") String worker,
    int attempts,
    @Schema(nullable = true, description = "The run whose result this one shows.") Long reusedFrom,
    @Schema(nullable = true, implementation = FailureClass.class) String failureClass,
    @Schema(nullable = true) Instant startedAt,
    @Schema(nullable = true) Instant finishedAt,
    @Schema(nullable = true, examples = "9.1") Double seconds) {}
