package dev.hypersweep.orchestrator.trial;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The Pareto front of a sweep with several objectives.
 *
 * @param measured trials that have a value for each objective
 * @param without trials that ended without one
 * @param trials those of the measured ones that no other equals or beats in every objective and
 *     beats in one, the best by the first objective first
 * @param ideal the best value of each objective among the measured; empty while there is none
 * @param reference where the hypervolume ends: a tenth of the range of all measured beyond the
 *     worst value of each objective; empty while there is none
 * @param hypervolume what the front beats up to the reference, in the product of the objectives'
 *     units; null while all measured are equal in some objective, and of large fronts of four
 * @param share the same as a part of the box between reference and ideal
 */
@Schema(name = "ParetoFront")
public record Front(
    @Schema(examples = "24") int measured,
    @Schema(examples = "1") int without,
    List<Member> trials,
    @Schema(examples = "[0.58, 90000]") List<Double> ideal,
    @Schema(examples = "[0.31, 430000]") List<Double> reference,
    @Schema(nullable = true, examples = "72000") Double hypervolume,
    @Schema(nullable = true, examples = "0.78") Double share) {

  /** A trial on the front, with a value for each objective. */
  @Schema(name = "ParetoFrontTrial")
  public record Member(
      long trialId,
      int number,
      @Schema(examples = "hypermoe") String variant,
      @Schema(examples = "{\"hidden\": 64}") Map<String, Object> parameters,
      List<Value> values) {}

  /**
   * A value by one objective.
   *
   * @param low lower end of the 95 % t interval over seeds; null for one seed, where runs are
   *     missing, and where the objective is no mean
   * @param high its upper end
   */
  @Schema(name = "ParetoFrontValue")
  public record Value(
      @Schema(examples = "0.561") double value,
      @Schema(nullable = true, examples = "0.531") Double low,
      @Schema(nullable = true, examples = "0.591") Double high) {}
}
