package dev.hypersweep.orchestrator.sweep;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a sweep would do; nothing is stored.
 *
 * @param runs trials x datasets x seeds
 * @param alreadyComputed runs whose result is stored, as a live worker would compute them (or, if
 *     none is suitable, the suitable one that was heard of last): they end at the submission
 * @param toCompute runs that a worker must execute; equal ones are executed once
 * @param trialsToCome of the trials, those that the sampler chooses as results arrive; nobody knows
 *     yet which of them equal computed ones
 * @param promotion what is trained of it, at least and at most, where the pruner promotes; else
 *     null
 * @param estimate of all runs to their ends; null if no like run was ever computed, or no live
 *     worker could execute one
 * @param warnings for people: what would keep it from running, or its results from meaning much
 */
public record Plan(
    @Schema(examples = "bottleneck") String name,
    String definitionHash,
    @Schema(examples = "4") int trials,
    @Schema(examples = "24") int runs,
    @Schema(examples = "0") int alreadyComputed,
    @Schema(examples = "24") int toCompute,
    @Schema(examples = "[\"moe\", \"hypermoe\"]") List<String> variants,
    List<PlannedDataset> datasets,
    @Schema(examples = "[0, 1, 2]") List<Long> seeds,
    @Schema(examples = "0") int trialsToCome,
    @Schema(nullable = true) PlannedPromotion promotion,
    @Schema(nullable = true) Estimate estimate,
    List<String> warnings) {

  /**
   * A dataset as live workers have it; the counts are null if none has it.
   *
   * @param onWorkers live workers that have it
   * @param majority what a constant answer scores in accuracy, 0 to 1
   */
  public record PlannedDataset(
      @Schema(examples = "wordnet/noun-supersense") String name,
      @Schema(examples = "2") int onWorkers,
      @Schema(nullable = true) Integer trainExamples,
      @Schema(nullable = true) Integer evaluationExamples,
      @Schema(nullable = true, examples = "26") Integer classes,
      @Schema(nullable = true, examples = "0.145") Double majority) {}

  /**
   * What is trained where the pruner promotes. Who is promoted depends on the order in which good
   * and bad trials come: the least holds if the best come first, the most if each is better than
   * those before. Runs that are computed already count as if they were not.
   *
   * @param deviceHoursLow of all runs together, for the least; null without an estimate
   * @param deviceHoursHigh the same for the most
   */
  @Schema(name = "PlannedPromotion")
  public record PlannedPromotion(
      List<PlannedRung> rungs,
      @Schema(nullable = true, examples = "0.02") Double deviceHoursLow,
      @Schema(nullable = true, examples = "0.03") Double deviceHoursHigh) {}

  /**
   * A rung of all variants.
   *
   * @param step at or after which runs pause; the last one is their end
   * @param least runs that are trained to it, at least
   * @param most the same, at most
   */
  @Schema(name = "PlannedRung")
  public record PlannedRung(
      @Schema(examples = "100") long step,
      @Schema(examples = "9") long least,
      @Schema(examples = "15") long most) {}

  /**
   * How long it would take.
   *
   * @param runSeconds mean of a run
   * @param seconds until the last run ends, if the workers do nothing else
   * @param secondsLow lower end of the 95 % interval of {@code seconds}, by how much stored runs
   *     differ
   * @param secondsHigh its upper end
   * @param deviceHours of all runs together, the GPU-hours of a budget
   * @param workers live workers that could execute its runs
   * @param basedOnRuns stored results that the mean is taken from
   */
  @Schema(name = "PlanEstimate")
  public record Estimate(
      @Schema(examples = "9.1") double runSeconds,
      @Schema(examples = "110") double seconds,
      @Schema(examples = "98") double secondsLow,
      @Schema(examples = "122") double secondsHigh,
      @Schema(examples = "0.06") double deviceHours,
      @Schema(examples = "2") int workers,
      @Schema(examples = "24") long basedOnRuns) {}
}
