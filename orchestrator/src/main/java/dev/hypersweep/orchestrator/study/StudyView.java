package dev.hypersweep.orchestrator.study;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A study.
 *
 * @param pruner who answers reports, with settings
 * @param trials points that were asked
 * @param running those of them that have not ended
 */
@Schema(name = "Study")
record StudyView(
    long id,
    @Schema(examples = "tpe") String sampler,
    long seed,
    @Schema(examples = "none") String pruner,
    int trials,
    int running,
    Instant createdAt) {}
