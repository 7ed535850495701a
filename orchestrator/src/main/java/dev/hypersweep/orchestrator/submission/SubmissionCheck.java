package dev.hypersweep.orchestrator.submission;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with an archive. */
@Schema(name = "SubmissionCheck")
public record SubmissionCheck(
    @Schema(examples = "glue") String benchmark,
    @Schema(description = "its site would take it") boolean valid,
    List<Fault> faults) {

  /** A place in the archive. */
  @Schema(name = "SubmissionFault")
  public record Fault(
      @Schema(examples = "CoLA.tsv") String file,
      @Schema(nullable = true, description = "from 1; null if it concerns the whole file")
          Integer line,
      String what) {}
}
