package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.SqlFailure;
import dev.hypersweep.orchestrator.promotion.Promotions;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.orchestrator.sweep.SearchMemory.Remembered;
import dev.hypersweep.orchestrator.sweep.StoredTrials.Stored;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.SweepDefinitions;
import dev.hypersweep.sweeps.TrialChoice;
import dev.hypersweep.sweeps.TrialSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
      select s.team_id, s.priority, s.definition, s.state, s.created_at
      from sweep s
      where s.id = ? and s.trials_to_come > 0 and s.state in ('WAITING', 'RUNNING', 'PAUSED')
        and
      """
          + SweepBudget.SPENT
          + " is not true";

  @Inject Sql sql;
  @Inject AnnouncedDatasets announced;
  @Inject OpenTrials openTrials;
  @Inject DatasetOrders datasetOrders;
  @Inject StoredTrials stored;
  @Inject SweepMatrix matrix;
  @Inject SearchMemory memory;
  @Inject WarmStarts warmStarts;
  @Inject Promotions promotions;

  private record Due(
      long team, int priority, String definition, SweepState state, String submitted) {

    String text() {
      return submitted + " " + definition;
    }
  }

  /** Makes them; does nothing if none is to come. */
  void choose(long sweep) {
    sql.first(
            DUE,
            row ->
                new Due(
                    row.getLong("team_id"),
                    row.getInt("priority"),
                    row.getString("definition"),
                    SweepState.valueOf(row.getString("state")),
                    row.getString("created_at")),
            sweep)
        .ifPresent(due -> choose(sweep, due));
  }

  private void choose(long sweep, Due due) {
    PlannedRuns planned;
    TrialSearch search;
    int endedBefore;
    try {
      Remembered known = known(sweep, due);
      SweepDefinition definition = known.definition();
      search = known.search();
      endedBefore = search.ended();
      TrialChoice.Chosen chosen = search.next(openTrials.of(definition), promotions.pausing(sweep));
      planned =
          PlannedRuns.of(definition, chosen, true, datasetOrders.of(sweep, definition, chosen));
      if (!definition.comparesTrials()) {
        memory.keep(sweep, known);
      }
    } catch (SqlFailure e) {
      throw e;
    } catch (RuntimeException e) {
      end(sweep, e);
      return;
    }
    if (!planned.trials().isEmpty()) {
      RunState runs = due.state() == SweepState.PAUSED ? RunState.HELD : RunState.WAITING;
      matrix.store(
          new SweepMatrix.Place(sweep, due.team(), due.priority(), runs, endedBefore), planned);
    }
    sql.update("update sweep set trials_to_come = ? where id = ?", planned.toCome(), sweep);
  }

  /** The search with all that the tables know. */
  private Remembered known(long sweep, Due due) {
    Remembered known = memory.take(sweep, due.text()).orElseGet(() -> unknown(sweep, due));
    TrialSearch search = known.search();
    int ends = known.ends();
    for (Stored one :
        stored.since(sweep, known.definition().objectives(), search.size(), known.ends())) {
      if (one.number() == search.size()) {
        search.add(one.made());
      } else if (search.isOpen(one.number())) {
        search.end(one.number(), one.made().result());
      }
      if (one.pausing().isPresent()) {
        search.pause(one.number(), one.pausing().get());
      }
      ends = Math.max(ends, one.endedAs() == null ? 0 : one.endedAs());
    }
    return new Remembered(due.text(), known.definition(), search, ends);
  }

  private Remembered unknown(long sweep, Due due) {
    SweepDefinition definition = SweepDefinitions.read(due.definition(), announced.metrics());
    TrialChoice choice = TrialChoice.of(definition, warmStarts.of(sweep, definition));
    return new Remembered(due.text(), definition, choice.search(), 0);
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
