package dev.hypersweep.protocol;

/**
 * The right to execute one attempt of a run until it expires.
 *
 * @param attemptId names the attempt in every later call
 * @param generation grows with each lease of the run; carried by every write, and refused with 409
 *     once a later lease was given out or the run has ended
 * @param expiresInSeconds by the database's clock, from the moment of the answer
 * @param resume where to go on, or null to start from the first step
 * @param until optimiser step of a rung: at the first regular evaluation at or after it the attempt
 *     leaves a checkpoint, reports {@link RunPause} and ends, unless the run has come to its own
 *     end before; null: the run goes to its end
 */
public record Lease(
    long attemptId,
    long runId,
    long generation,
    int expiresInSeconds,
    RunSpecification specification,
    ResumePoint resume,
    Long until) {

  /** A lease to the run's end. */
  public Lease(
      long attemptId,
      long runId,
      long generation,
      int expiresInSeconds,
      RunSpecification specification,
      ResumePoint resume) {
    this(attemptId, runId, generation, expiresInSeconds, specification, resume, null);
  }
}
