package dev.hypersweep.orchestrator.run;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that an attempt left.
 *
 * @param step steps done, for a checkpoint; else null
 * @param kind what it is if it is no checkpoint; may be null
 */
public record RunArtifact(
    @Schema(examples = "checkpoint-100.pt") String name,
    @Schema(nullable = true, examples = "100") Long step,
    @Schema(nullable = true, examples = "predictions") String kind,
    String sha256,
    long bytes,
    long attemptId) {}
