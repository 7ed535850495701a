package dev.hypersweep.orchestrator.leaderboard;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ranking on a benchmark inside one evaluation protocol, as clients see it. */
@Schema(description = "A ranking on a benchmark inside one evaluation protocol")
public record Leaderboard(
    @Schema(examples = "wordnet") String benchmark,
    @Schema(examples = "WordNet supersenses") String title,
    @Schema(description = "the tasks that count, then the diagnostics") List<Column> datasets,
    @Schema(
            description = "what the score of a row is: an average of the rule, or the mean rank",
            examples = "official")
        String scoreName,
    boolean scoreHigherIsBetter,
    @Schema(
            description =
                "every average that the rule knows; the first one orders the rows unless the mean rank does")
        List<Average> averages,
    @Schema(nullable = true, description = "the protocol shown; null while there is no result")
        String evaluationProtocol,
    List<Protocol> protocols,
    @Schema(description = "in rank order; rows without a score last") List<Row> rows,
    List<Excluded> excluded,
    @Schema(description = "how score and ranks come about") String rule,
    @Schema(nullable = true, description = "where the benchmark's rule is from") String note,
    @Schema(examples = "0.95") double confidence,
    @Schema(nullable = true, description = "time of the newest result counted") Instant updatedAt) {

  /** A way to condense tasks into one number. */
  @Schema(name = "LeaderboardAverage")
  public record Average(
      @Schema(examples = "official") String name,
      String title,
      @Schema(description = "names of the tasks, in order") List<String> tasks,
      boolean higherIsBetter) {}

  /** A dataset and the one comparability class of it that is shown. */
  @Schema(name = "LeaderboardColumn")
  public record Column(
      @Schema(examples = "glue/mrpc") String name,
      @Schema(examples = "MRPC", description = "as the benchmark's makers write it") String task,
      @Schema(examples = "f1, accuracy") String metric,
      @Schema(description = "the metrics whose mean is the task's score") List<String> metrics,
      boolean higherIsBetter,
      @Schema(description = "shown, and no part of any score") boolean diagnostic,
      @Schema(nullable = true, description = "what a constant answer scores in accuracy")
          Double majority,
      @Schema(nullable = true) Integer evaluationExamples,
      @Schema(nullable = true) String comparabilityClass) {}

  /** A protocol that has results. */
  @Schema(name = "LeaderboardProtocol")
  public record Protocol(
      String evaluationProtocol,
      int results,
      Instant latest,
      @Schema(nullable = true) String preprocessing,
      @Schema(nullable = true) Integer evaluationBatch) {}

  /** A configuration of a variant. */
  @Schema(name = "LeaderboardRow")
  public record Row(
      @Schema(nullable = true, description = "by score, equal scores share a rank; null without")
          Integer rank,
      @Schema(nullable = true, description = "1 + number of rows that are significantly better")
          Integer rankLow,
      @Schema(nullable = true, description = "rows - number that are significantly worse")
          Integer rankHigh,
      @Schema(
              nullable = true,
              description =
                  "from 1, in rank order; no two rows of one group differ significantly. Rows of"
                      + " different groups may still be tied: see tiedWith")
          Integer tieGroup,
      @Schema(
              description =
                  "rows that this one does not differ from: their variant, and where several rows"
                      + " have that variant the first 8 characters of the configuration's hash")
          List<String> tiedWith,
      @Schema(examples = "hypermoe") String variant,
      String configurationHash,
      @Schema(description = "what sweeps varied to get here") SortedMap<String, Object> parameters,
      @Schema(
              nullable = true,
              description = "what scoreName says; a mean is one over tasks of the means over seeds")
          Double score,
      @Schema(nullable = true, description = "lower end of the score's 95 % interval") Double low,
      @Schema(nullable = true) Double high,
      @Schema(description = "every dataset that counts has a result") boolean complete,
      @Schema(description = "in the order of the board's averages") List<AverageValue> averages,
      @Schema(nullable = true, description = "trainable parameters, the most of any dataset")
          Long parametersCount,
      @Schema(nullable = true, description = "those that one token meets") Long activeParameters,
      @Schema(nullable = true, description = "training time of a run, mean over the runs counted")
          Double trainSeconds,
      List<Cell> cells) {}

  /** An average of a row; where a task is missing only a partial mean under its own name. */
  @Schema(name = "LeaderboardAverageValue")
  public record AverageValue(
      @Schema(examples = "official") String name,
      @Schema(nullable = true) Double value,
      @Schema(nullable = true, description = "lower end of its 95 % interval over seeds")
          Double low,
      @Schema(nullable = true) Double high,
      @Schema(nullable = true, examples = "official[8 of 9 tasks: without WNLI]")
          String partialName,
      @Schema(nullable = true, description = "mean over the tasks that partialName says")
          Double partialMean) {}

  /** A metric of a task. */
  @Schema(name = "LeaderboardCellMetric")
  public record CellMetric(
      @Schema(examples = "f1") String metric,
      double mean,
      @Schema(nullable = true) Double sd,
      @Schema(nullable = true, description = "lower end of the mean's 95 % t interval over seeds")
          Double low,
      @Schema(nullable = true) Double high,
      @Schema(
              nullable = true,
              description =
                  "lower end of a run's 95 % bootstrap interval over examples, mean over the runs")
          Double examplesLow,
      @Schema(nullable = true) Double examplesHigh) {}

  /** A row on a dataset; a hole has n = 0 and no mean. */
  @Schema(name = "LeaderboardCell")
  public record Cell(
      String dataset,
      @Schema(description = "seeds with a result") int n,
      @Schema(description = "seeds that were asked for") int of,
      @Schema(description = "seeds that failed and have no result") int failed,
      @Schema(nullable = true, description = "of the task's score over the seeds") Double mean,
      @Schema(nullable = true, description = "sample standard deviation; null below two seeds")
          Double sd,
      @Schema(nullable = true, description = "lower end of the mean's 95 % t interval") Double low,
      @Schema(nullable = true) Double high,
      @Schema(description = "the runs that were counted, by seed") List<Long> runs,
      @Schema(description = "in the order of the column's metrics; empty for a hole")
          List<CellMetric> metrics) {}

  /** Results that are not in any row, and why. */
  @Schema(name = "LeaderboardExcluded")
  public record Excluded(String reason, int results) {}
}
