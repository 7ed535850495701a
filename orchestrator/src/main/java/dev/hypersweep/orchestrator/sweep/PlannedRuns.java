package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.sweeps.MadeTrial;
import dev.hypersweep.sweeps.Matrix;
import dev.hypersweep.sweeps.PlannedRun;
import dev.hypersweep.sweeps.RunIdentity;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.TrialChoice;
import dev.hypersweep.sweeps.TrialPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * What a definition amounts to: the same trials and runs whether it is planned or submitted. Where
 * the sampler learns these are the first ones only.
 *
 * @param runs in the order in which they are to be executed
 * @param identities of the runs, at the same places
 * @param toCome trials that are still to be chosen, at most
 */
record PlannedRuns(
    SweepDefinition definition,
    List<TrialPoint> trials,
    List<PlannedRun> runs,
    List<String> identities,
    long toCome) {

  /**
   * The first trials.
   *
   * @param atOnce trials of a variant that are open at a time, where the sampler learns
   * @param warm trials of other sweeps to learn from
   * @param datasets in the order in which a trial's runs are to be executed
   */
  static PlannedRuns of(
      SweepDefinition definition, long atOnce, List<MadeTrial> warm, List<String> datasets) {
    TrialChoice choice = TrialChoice.of(definition, warm);
    return of(definition, choice.next(List.of(), atOnce), choice.learns(), datasets);
  }

  /**
   * Trials with their runs.
   *
   * @param oneByOne whether a trial should end before the next one begins, as something is learnt
   *     from its end
   * @param datasets in the order in which a trial's runs are to be executed
   */
  static PlannedRuns of(
      SweepDefinition definition,
      TrialChoice.Chosen chosen,
      boolean oneByOne,
      List<String> datasets) {
    List<PlannedRun> runs = new ArrayList<>();
    if (oneByOne) {
      chosen
          .trials()
          .forEach(one -> runs.addAll(Matrix.inOrder(definition, List.of(one), datasets)));
    } else {
      runs.addAll(Matrix.inOrder(definition, chosen.trials(), datasets));
    }
    List<String> identities =
        runs.stream().map(run -> RunIdentity.of(run.specification())).toList();
    return new PlannedRuns(definition, chosen.trials(), runs, identities, chosen.toCome());
  }

  /** Runs of the trials that are to come. */
  long runsToCome() {
    return toCome * definition.datasets().size() * definition.seeds().size();
  }
}
