package dev.hypersweep.orchestrator.prediction;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two models on the same examples. */
@Schema(name = "PredictionComparison")
public record Comparison(
    ComparedSide a,
    ComparedSide b,
    @Schema(examples = "glue/rte") String dataset,
    @Schema(examples = "dev") String split,
    @Schema(description = "splits that could be compared") List<String> splits,
    @Schema(examples = "correct", description = "the score of an example that is compared")
        String score,
    @Schema(description = "scores that could be compared") List<String> scores,
    boolean higherIsBetter,
    @Schema(description = "pairs of runs") int pairs,
    long examples,
    @Schema(description = "examples that only one side has; they are left out") long unmatched,
    @Schema(nullable = true, description = "null where examples are not simply right or wrong")
        Counts counts,
    @Schema(description = "mean of A less that of B") double difference,
    @Schema(description = "lower end of its 95 % interval, bootstrap over examples or groups")
        double low,
    double high,
    @Schema(description = "what is resampled and tested", examples = "example") String unit,
    @Schema(description = "how many of them there are") int units,
    @Schema(examples = "McNemar, mid-p") String test,
    @Schema(nullable = true, description = "null where the sides never differ") Double p,
    @Schema(description = "examples on which the sides differ, in the order of the file")
        List<Difference> items,
    @Schema(nullable = true, description = "send it back as `cursor`; null at the end") String next,
    @Schema(description = "examples that differ as asked for") long total) {

  /** How often which side is right: example by example and pair by pair of runs. */
  @Schema(name = "ComparisonCounts")
  public record Counts(long bothRight, long onlyA, long onlyB, long noneRight) {}

  /** An example on which the sides differ. */
  @Schema(name = "ComparisonDifference")
  public record Difference(
      String id,
      @Schema(nullable = true) String group,
      String input,
      List<String> references,
      @Schema(description = "what A's runs said, by pair") List<String> outputsA,
      List<String> outputsB,
      @Schema(description = "mean over A's runs") double scoreA,
      double scoreB) {}
}
