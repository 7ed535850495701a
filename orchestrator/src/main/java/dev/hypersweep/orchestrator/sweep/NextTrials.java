package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.SqlFailure;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.orchestrator.sweep.StoredTrials.Stored;
import dev.hypersweep.sweeps.MadeTrial;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.SweepDefinitions;
import dev.hypersweep.sweeps.TrialChoice;
import dev.hypersweep.sweeps.sampling.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes the trials of a sweep that are due, in the transaction that ends the one before: the
 * sweep's row must be locked, so two ends at a time make none twice; a crash makes neither the end
 * nor the trial.
 */
@ApplicationScoped
class NextTrials {

  private static final Logger LOG = Logger.getLogger(NextTrials.class);

  private static final String DUE =
      """
      select s.team_id, s.priority, s.definition, s.state
      from sweep s
      where s.id = ? and s.trials_to_come > 0 and s.state in ('WAITING', 'RUNNING', 'PAUSED')
        and
      """
          + SweepBudget.SPENT
          + " is not true";

  @Inject Sql sql;
  @Inject AnnouncedDatasets announced;
  @Inject OpenTrials openTrials;
  @Inject StoredTrials stored;
  @Inject SweepMatrix matrix;

  private record Due(long team, int priority, String definition, SweepState state) {}

  /** Makes them; does nothing if none is to come. */
  void choose(long sweep) {
    sql.first(
            DUE,
            row ->
                new Due(
                    row.getLong("team_id"),
                    row.getInt("priority"),
                    row.getString("definition"),
                    SweepState.valueOf(row.getString("state"))),
            sweep)
        .ifPresent(due -> choose(sweep, due));
  }

  private void choose(long sweep, Due due) {
    Map<String, Metric> metrics = announced.metrics();
    PlannedRuns planned;
    List<MadeTrial> made;
    try {
      SweepDefinition definition = SweepDefinitions.read(due.definition(), metrics);
      made = stored.of(sweep, definition.objective()).stream().map(Stored::trial).toList();
      long atOnce = openTrials.of(definition);
      planned = PlannedRuns.of(definition, TrialChoice.of(definition).next(made, atOnce), true);
    } catch (SqlFailure e) {
      throw e;
    } catch (RuntimeException e) {
      end(sweep, e);
      return;
    }
    if (!planned.trials().isEmpty()) {
      RunState runs = due.state() == SweepState.PAUSED ? RunState.HELD : RunState.WAITING;
      int ended = (int) made.stream().filter(NextTrials::hasEnded).count();
      matrix.store(new SweepMatrix.Place(sweep, due.team(), due.priority(), runs, ended), planned);
    }
    sql.update("update sweep set trials_to_come = ? where id = ?", planned.toCome(), sweep);
  }

  private static boolean hasEnded(MadeTrial trial) {
    return !(trial.result() instanceof Result.Running);
  }

  /** What a worker has computed must not be lost because nothing can follow it. */
  private void end(long sweep, RuntimeException fault) {
    String reason =
        "no further trial can be chosen: "
            + Optional.ofNullable(fault.getMessage()).orElse(fault.toString());
    sql.update(
        "update sweep set trials_to_come = 0, ended_because = ? where id = ?", reason, sweep);
    LOG.warnf(fault, "sweep %d: %s", sweep, reason);
  }
}
