package dev.hypersweep.orchestrator.promotion;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the trials of a sweep that promotes stand at a rung.
 *
 * @param variant whose trials are compared; null if one search spans all
 * @param rung number, from 1
 * @param step at or after which they paused
 * @param reached trials that have come so far
 * @param promoted trials that went on from there; none do from the last rung
 * @param best objective there
 * @param bound objective of the worst one that went on; null if none did
 */
@Schema(name = "Rung")
public record RungView(
    @Schema(nullable = true, examples = "moe") String variant,
    @Schema(examples = "1") int rung,
    @Schema(examples = "100") long step,
    @Schema(examples = "9") long reached,
    @Schema(examples = "3") long promoted,
    @Schema(examples = "0.561") double best,
    @Schema(nullable = true, examples = "0.512") Double bound) {}
