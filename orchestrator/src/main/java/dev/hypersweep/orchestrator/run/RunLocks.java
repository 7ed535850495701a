package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.protocol.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Locks what the end of a run changes, always in the order sweep, trial, run, so that two such
 * transactions never wait for each other. To be called first in a transaction.
 */
@ApplicationScoped
public class RunLocks {

  @Inject Sql sql;

  /**
   * Locks a run, its trial and its sweep until the transaction ends; 404 if there is no such run.
   */
  public LockedRun lock(long runId) {
    // A run never changes its trial or its sweep, so finding them needs no lock.
    sql.list(
        """
        select s.id from sweep s
        where s.id = (select sweep_id from run where id = ?) for no key update
        """,
        row -> row.getLong(1),
        runId);
    sql.list(
        """
        select t.id from trial t
        where t.id = (select trial_id from run where id = ?) for no key update
        """,
        row -> row.getLong(1),
        runId);
    return sql.first(
            """
            select r.id, r.kind, r.trial_id, r.sweep_id, r.state, r.generation, r.signal,
                   coalesce((select state = 'PAUSED' from sweep where id = r.sweep_id), false)
                     as paused
            from run r where r.id = ? for no key update
            """,
            RunLocks::read,
            runId)
        .orElseThrow(() -> ProblemException.notFound("run", runId));
  }

  private static LockedRun read(ResultSet row) throws SQLException {
    return new LockedRun(
        row.getLong("id"),
        RunKind.valueOf(row.getString("kind")),
        row.getObject("trial_id", Long.class),
        row.getObject("sweep_id", Long.class),
        RunState.valueOf(row.getString("state")),
        row.getLong("generation"),
        Signal.valueOf(row.getString("signal")),
        row.getBoolean("paused"));
  }
}
