package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.run.RunCounts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sweep in a list.
 *
 * @param priority higher is claimed first
 * @param trials points of the search space
 * @param best the trial that leads by the objective; null until one has a value
 * @param secondsLeft from the mean seconds of its finished runs (or of like ones), the runs left
 *     and the live workers; null if there is nothing to tell it by, or nothing left
 */
public record SweepSummary(
    @Schema(examples = "3") long id,
    @Schema(examples = "bottleneck") String name,
    @Schema(examples = "How wide must a HyperExpert be?") String description,
    @Schema(examples = "default") String team,
    SweepState state,
    int priority,
    RunCounts runs,
    @Schema(examples = "4") long trials,
    @Schema(nullable = true) Best best,
    Objective objective,
    Instant createdAt,
    @Schema(nullable = true) Instant startedAt,
    @Schema(nullable = true) Instant finishedAt,
    @Schema(nullable = true, examples = "83.5") Double secondsLeft) {

  SweepSummary withSecondsLeft(Double seconds) {
    return new SweepSummary(
        id,
        name,
        description,
        team,
        state,
        priority,
        runs,
        trials,
        best,
        objective,
        createdAt,
        startedAt,
        finishedAt,
        seconds);
  }

  /** The trial that leads. */
  public record Best(
      @Schema(examples = "hypermoe") String variant, long trialId, double objective) {}

  /** What a sweep optimises. */
  @Schema(name = "SweepObjective")
  public record Objective(
      @Schema(examples = "accuracy") String metric,
      @Schema(enumeration = {"maximize", "minimize"}) String goal,
      @Schema(examples = "mean") String aggregate) {}
}
