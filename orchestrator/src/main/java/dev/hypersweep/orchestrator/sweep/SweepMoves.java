package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.run.RunState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Moves all runs of a sweep that are in one state, by the transition table. Rows are locked in the
 * order sweep, trials, runs, as everywhere (see {@code RunLocks}).
 */
@ApplicationScoped
class SweepMoves {

  private static final String LOCK =
      "select state, started_at is not null as started from sweep where id = ? for no key update";

  @Inject Sql sql;

  /** A sweep whose row is locked; {@code started} if a run of it was claimed. */
  record Locked(SweepState state, boolean started) {}

  /** Locks a sweep until the transaction ends; 404 if there is no such sweep. */
  Locked lock(long sweep) {
    return sql.first(
            LOCK,
            row ->
                new Locked(SweepState.valueOf(row.getString("state")), row.getBoolean("started")),
            sweep)
        .orElseThrow(() -> ProblemException.notFound("sweep", sweep));
  }

  /** Moves runs to a state that is no end. */
  void runs(long sweep, RunState from, RunState.Event event) {
    sql.update(
        "update run set state = ? where sweep_id = ? and state = ?",
        from.on(event).orElseThrow(),
        sweep,
        from);
  }

  /** Ends runs that no worker has, and keeps the reason. */
  void endRuns(long sweep, RunState from, RunState.Event event, String reason) {
    sql.update(
        """
        update run set state = ?, finished_at = now(), failure_class = null, failure_message = ?
        where sweep_id = ? and state = ?
        """,
        from.on(event).orElseThrow(),
        reason,
        sweep,
        from);
  }
}
