package dev.hypersweep.orchestrator.run;

import dev.hypersweep.protocol.Cost;
import dev.hypersweep.protocol.EarlyStop;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.RunSpecification;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that is known of a run but its curves, logs and manifest: the fields of {@link RunSummary},
 * where {@code attempts} is the list itself, and what a list does not show.
 *
 * @param kind TRIAL: of a sweep; AUDIT: a stored run executed again
 * @param metrics final values on the evaluation split; empty until there is a result
 * @param waitingBecause why no worker has it yet, in words; null unless it waits, is held or pauses
 * @param prunedBecause what a pruner was told when it found the trial hopeless, in words; null
 *     unless the run was pruned
 * @param attempts of the run whose numbers these are, the first one first
 * @param fingerprint known from the first claim on
 */
@Schema(name = "Run")
public record RunDetail(
    @Schema(examples = "17") long id,
    @Schema(nullable = true) Long sweepId,
    @Schema(nullable = true) Long trialId,
    @Schema(nullable = true) Integer trialNumber,
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
    List<RunAttempt> attempts,
    @Schema(nullable = true) Long reusedFrom,
    @Schema(nullable = true, implementation = FailureClass.class) String failureClass,
    @Schema(nullable = true) Instant startedAt,
    @Schema(nullable = true) Instant finishedAt,
    @Schema(nullable = true, examples = "9.1") Double seconds,
    @Schema(examples = "TRIAL") String kind,
    RunSpecification specification,
    SortedMap<String, Double> metrics,
    @Schema(nullable = true) Cost cost,
    @Schema(nullable = true) EarlyStop earlyStop,
    @Schema(nullable = true) String failureMessage,
    @Schema(nullable = true, examples = "no live worker has dataset glue/cola")
        String waitingBecause,
    @Schema(
            nullable = true,
            examples =
                "pruner median found it hopeless at step 100 of run 12 (wordnet/noun-supersense, seed 0),"
                    + " where accuracy was 0.3125")
        String prunedBecause,
    List<RunArtifact> artifacts,
    @Schema(nullable = true) String fingerprint,
    @Schema(nullable = true) String comparabilityClass) {}
