package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.sweeps.Matrix;
import dev.hypersweep.sweeps.PlannedRun;
import dev.hypersweep.sweeps.RunIdentity;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.TrialPoint;
import dev.hypersweep.sweeps.Trials;
import java.util.List;

/**
 * What a definition amounts to: the same trials and runs whether it is planned or submitted.
 *
 * @param runs in the order in which they are to be executed
 * @param identities of the runs, at the same places
 */
record PlannedRuns(
    SweepDefinition definition,
    List<TrialPoint> trials,
    List<PlannedRun> runs,
    List<String> identities) {

  static PlannedRuns of(SweepDefinition definition) {
    List<TrialPoint> trials = Trials.of(definition);
    List<PlannedRun> runs = Matrix.inOrder(definition, trials);
    List<String> identities =
        runs.stream().map(run -> RunIdentity.of(run.specification())).toList();
    return new PlannedRuns(definition, trials, runs, identities);
  }
}
