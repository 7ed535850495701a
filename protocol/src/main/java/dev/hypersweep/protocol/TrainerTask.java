package dev.hypersweep.protocol;

/**
 * The first line that the trainer process reads on standard input. After it come {@link Signal}
 * names, one a line; the end of the stream means that the agent is gone, and the trainer ends too.
 *
 * @param checkpointFolder where checkpoints are written
 * @param resumeFrom path of the checkpoint to go on from, or null
 * @param until as in {@link Lease}, or null
 */
public record TrainerTask(
    RunSpecification specification, String checkpointFolder, String resumeFrom, Long until) {

  /** A task that goes to the run's end. */
  public TrainerTask(RunSpecification specification, String checkpointFolder, String resumeFrom) {
    this(specification, checkpointFolder, resumeFrom, null);
  }
}
