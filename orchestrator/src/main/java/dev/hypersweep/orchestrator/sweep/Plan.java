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
 * @param estimate null if no like run was ever computed, or no live worker could execute one
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
