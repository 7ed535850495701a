package dev.hypersweep.protocol;

/**
 * The first line that the trainer process reads on standard input. After it come {@link Signal}
 * names, one a line; the end of the stream means that the agent is gone, and the trainer ends too.
 *
 * @param checkpointFolder where checkpoints are written
 * @param resumeFrom path of the checkpoint to go on from, or null
 */
public record TrainerTask(
    RunSpecification specification, String checkpointFolder, String resumeFrom) {}
