package dev.hypersweep.orchestrator.submission;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a benchmark's submission can be made of a sweep, task by task. */
@Schema(name = "SubmissionReport")
public record SubmissionReport(
    @Schema(examples = "glue") String benchmark,
    @Schema(examples = "GLUE") String title,
    long sweepId,
    @Schema(nullable = true, description = "null for the best of all variants") String variant,
    @Schema(description = "the archive can be made, and its site would take it") boolean complete,
    @Schema(description = "in the makers' order") List<Task> tasks) {

  /** A file of the archive. */
  @Schema(name = "SubmissionTask")
  public record Task(
      @Schema(examples = "MRPC") String task,
      @Schema(examples = "MRPC.tsv") String file,
      @Schema(examples = "glue/mrpc", description = "dataset whose model answers it")
          String dataset,
      @Schema(examples = "test") String split,
      @Schema(
              nullable = true,
              description = "the run that answers: of the best trial the best seed")
          Long run,
      @Schema(nullable = true, description = "number of that trial in its sweep") Integer trial,
      @Schema(nullable = true, description = "its score on the evaluation split") Double score,
      @Schema(description = "answers that there are") int answers,
      @Schema(description = "answers that there must be") int examples,
      @Schema(nullable = true, description = "why the task is missing; null if it is complete")
          String missing) {}
}
