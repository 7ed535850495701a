package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.run.RunCounts;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A point of a sweep's search space and what came of it.
 *
 * @param number from 0, in the sampler's order
 * @param parameters what the sampler chose
 * @param objective aggregate of its cells; by the sweep's rule; null while it is open, and if it
 *     has none
 * @param objectives where the sweep has several, the trial's value for each, null for one that it
 *     lacks; null where the sweep has one, and while the trial is open or if it was pruned
 * @param chosenAfter how many trials of the sweep had ended when it was chosen
 * @param endedAs it was the n-th of the sweep's trials to end, from 1; null while it is open, and
 *     if it was cancelled with all others
 * @param prunedBecause what the pruner was told when it found the trial hopeless, in words; null
 *     unless it was pruned
 * @param cells one per dataset, in the sweep's order
 */
@Schema(name = "Trial")
public record TrialView(
    long id,
    int number,
    @Schema(examples = "hypermoe") String variant,
    @Schema(examples = "{\"learning_rate\": 0.003}") Map<String, Object> parameters,
    TrialState state,
    @Schema(nullable = true, examples = "0.561") Double objective,
    @Schema(nullable = true, examples = "[0.561, 210000]") List<Double> objectives,
    int chosenAfter,
    @Schema(nullable = true, examples = "1") Integer endedAs,
    @Schema(
            nullable = true,
            examples =
                "pruner median found it hopeless at step 100 of run 12 (wordnet/noun-supersense, seed 0),"
                    + " where accuracy was 0.3125")
        String prunedBecause,
    RunCounts runs,
    List<Cell> cells) {

  TrialView withCells(List<Cell> computed) {
    return with(prunedBecause, computed);
  }

  TrialView withPrunedBecause(String reason) {
    return with(reason, cells);
  }

  private TrialView with(String reason, List<Cell> computed) {
    return new TrialView(
        id,
        number,
        variant,
        parameters,
        state,
        objective,
        objectives,
        chosenAfter,
        endedAs,
        reason,
        runs,
        computed);
  }
}
