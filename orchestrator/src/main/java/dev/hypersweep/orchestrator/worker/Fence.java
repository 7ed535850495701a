package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.Attempts;
import dev.hypersweep.orchestrator.run.LockedRun;
import dev.hypersweep.orchestrator.run.RunState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Where a late worker is refused. A write passes only while its attempt is the active one of a run
 * that is leased in that very generation, and the run's row is locked until the write is committed,
 * so that no end of the lease can come between.
 */
@ApplicationScoped
public class Fence {

  /**
   * The fence as part of a statement that writes: a common table expression called {@code fence}
   * with the attempt's {@code id}; empty if the attempt is refused. Parameters: attempt,
   * generation.
   */
  public static final String SQL =
      """
      fence as (
        select a.id from attempt a join run r on r.id = a.run_id
        where a.id = ? and a.generation = ? and a.state = 'ACTIVE'
          and r.generation = a.generation and r.state = 'LEASED'
        for share of r
      )
      """;

  @Inject Sql sql;
  @Inject Attempts attempts;

  /** Passes or throws 409 (404 if the attempt never existed); locks until the transaction ends. */
  public void demand(long attemptId, long generation) {
    if (sql.number("with " + SQL + " select count(*) from fence", attemptId, generation) == 0) {
      throw attempts.refusal(attemptId, generation);
    }
  }

  /** As {@link #demand(long, long)} for a run that is locked already. */
  void demand(LockedRun run, long attemptId, long generation) {
    Attempts.Attempt attempt = attempts.get(attemptId);
    boolean passes =
        attempt.state() == Attempts.State.ACTIVE
            && attempt.generation() == generation
            && run.generation() == generation
            && run.state() == RunState.LEASED;
    if (!passes) {
      throw attempts.refusal(attemptId, generation);
    }
  }
}
