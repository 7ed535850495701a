package dev.hypersweep.orchestrator.trial;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A trial that has a value for each objective.
 *
 * @param values in the order of the objectives
 * @param front whether no other trial of the sweep equals or beats it in every objective and beats
 *     it in one
 */
@Schema(name = "TrialOutcome")
public record Outcome(
    long trialId,
    int number,
    @Schema(examples = "hypermoe") String variant,
    TrialState state,
    @Schema(examples = "{\"hidden\": 64}") Map<String, Object> parameters,
    @Schema(examples = "[0.561, 210000]") List<Double> values,
    boolean front) {

  Outcome placed(boolean onFront) {
    return new Outcome(trialId, number, variant, state, parameters, values, onFront);
  }
}
