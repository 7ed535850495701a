package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.run.RunCounts;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sweep in a list.
 *
 * @param priority higher is claimed first
 * @param trials points of the search space; those that are still to be chosen count, so that it may
 *     become less when the space is used up before
 * @param best what leads by the objective; null until a run has a result, and where there are
 *     several objectives
 * @param objective the first of the objectives, by which lists and curves go
 * @param objectives one, or several that nobody weighs against each other
 * @param endedBecause why runs were ended before they began, in words; null if none was
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
    List<Objective> objectives,
    Instant createdAt,
    @Schema(nullable = true) Instant startedAt,
    @Schema(nullable = true) Instant finishedAt,
    @Schema(
            nullable = true,
            examples = "budget.until: 2030-01-31T18:00:00Z has come with 8 runs not executed.")
        String endedBecause,
    @Schema(nullable = true, examples = "83.5") Double secondsLeft) {

  boolean hasSeveralObjectives() {
    return objectives.size() > 1;
  }

  SweepSummary withSecondsLeft(Double seconds) {
    return with(best, seconds);
  }

  SweepSummary withBest(Best leading) {
    return with(leading, secondsLeft);
  }

  private SweepSummary with(Best leading, Double seconds) {
    return new SweepSummary(
        id,
        name,
        description,
        team,
        state,
        priority,
        runs,
        trials,
        leading,
        objective,
        objectives,
        createdAt,
        startedAt,
        finishedAt,
        endedBecause,
        seconds);
  }

  /**
   * The trial that leads.
   *
   * @param value its objective; with {@code partial}, the mean of that cell
   * @param partial null once a trial is complete; until then the cell by which this trial leads
   */
  @Schema(name = "SweepBest")
  public record Best(
      @Schema(examples = "hypermoe") String variant,
      long trialId,
      @Schema(examples = "0.561") double value,
      @Schema(nullable = true) Partial partial) {}

  /**
   * The cell that leads while no trial is complete, among those on the dataset of which most runs
   * are done.
   *
   * @param seeds that have a result
   * @param of seeds that the sweep asks for
   */
  @Schema(name = "SweepBestCell")
  public record Partial(
      @Schema(examples = "wordnet/noun-supersense") String dataset,
      @Schema(examples = "1") int seeds,
      @Schema(examples = "3") int of) {}

  /** What a sweep optimises. */
  @Schema(name = "SweepObjective")
  public record Objective(
      @Schema(examples = "accuracy") String metric,
      @Schema(enumeration = {"maximize", "minimize"}) String goal,
      @Schema(examples = "mean") String aggregate) {}
}
