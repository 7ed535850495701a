package dev.hypersweep.orchestrator.prediction;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some of a run's predictions, in the order of the file. */
@Schema(name = "RunPredictions")
public record PredictionPage(
    long runId,
    @Schema(description = "the run itself, or the one whose predictions it shows") long computedBy,
    @Schema(examples = "glue/rte") String dataset,
    @Schema(nullable = true, description = "why there are none, in words; null if there are")
        String absent,
    @Schema(nullable = true, description = "hash of the Parquet file") String sha256,
    @Schema(nullable = true, description = "its size") Long bytes,
    List<Split> splits,
    @Schema(description = "names of all scores that any example has") List<String> scores,
    @Schema(
            nullable = true,
            examples = "correct",
            description = "the score that is 1 where an example is right; null if none says so")
        String judgedBy,
    List<PredictionRow> items,
    @Schema(nullable = true, description = "send it back as `cursor`; null at the end") String next,
    @Schema(description = "examples that match the filters") long total) {

  /**
   * How many examples of a split there are.
   *
   * @param right those that are; null where that cannot be said
   */
  @Schema(name = "PredictionSplit")
  public record Split(
      @Schema(examples = "dev") String name, long examples, @Schema(nullable = true) Long right) {}
}
