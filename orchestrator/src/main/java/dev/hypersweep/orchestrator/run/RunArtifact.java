package dev.hypersweep.orchestrator.run;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that an attempt left. {@code step}: steps done, for a checkpoint; else null. */
public record RunArtifact(
    @Schema(examples = "checkpoint-100.pt") String name,
    @Schema(nullable = true, examples = "100") Long step,
    String sha256,
    long bytes,
    long attemptId) {}
