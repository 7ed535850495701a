package dev.hypersweep.orchestrator.prediction;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the two that are compared: a run, or the runs of a cell over the seeds in common. */
@Schema(name = "ComparedSide")
public record ComparedSide(
    @Schema(examples = "hypermoe") String variant,
    String configurationHash,
    @Schema(description = "the runs compared, in the order of the other side's") List<Long> runs,
    List<Long> seeds,
    @Schema(description = "mean score over the examples") double mean) {}
