package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.promotion.Promotions;
import dev.hypersweep.orchestrator.sweep.SweepState.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Moves a sweep along with its runs, in the caller's transaction. The sweep's row must be locked
 * before those of its trials and runs.
 */
@ApplicationScoped
public class SweepProgress {

  private record Runs(SweepState state, boolean open, boolean anyResult) {}

  @Inject Sql sql;
  @Inject NextTrials nextTrials;
  @Inject Promotions promotions;

  /** One of its runs was claimed. */
  public void started(long sweepId) {
    sql.update(
        """
        update sweep set started_at = coalesce(started_at, now()),
                         state = case state when 'WAITING' then 'RUNNING' else state end
        where id = ? and (state = 'WAITING' or started_at is null)
        """,
        sweepId);
  }

  /**
   * One of its runs ended or paused: trials are promoted, those that are due are chosen, or the
   * sweep ends with its last run. Harmless if nothing has changed. The trial's end must be stored
   * before.
   */
  public void runEnded(long sweepId) {
    started(sweepId);
    promotions.settle(sweepId);
    nextTrials.choose(sweepId);
    // Those that were chosen begin; where none follows, that decides whom nobody rivals any more.
    promotions.settle(sweepId);
    endIfDone(sweepId);
  }

  /** Ends the sweep if none of its runs is open or to come. Harmless if it has ended. */
  void endIfDone(long sweepId) {
    Runs runs =
        sql.first(
                """
                select s.state,
                       exists (select from run r where r.sweep_id = s.id
                               and r.state in ('WAITING', 'HELD', 'LEASED', 'PAUSED'))
                         or s.trials_to_come > 0 as open,
                       exists (select from run r where r.sweep_id = s.id
                               and r.state in ('SUCCEEDED', 'PRUNED')) as any_result
                from sweep s where s.id = ?
                """,
                row ->
                    new Runs(
                        SweepState.valueOf(row.getString("state")),
                        row.getBoolean("open"),
                        row.getBoolean("any_result")),
                sweepId)
            .orElseThrow();
    if (!runs.open() && !runs.state().isEnd()) {
      sql.update(
          "update sweep set state = ?, finished_at = now() where id = ?",
          runs.state().on(runs.anyResult() ? Event.FINISH : Event.FAIL).orElseThrow(),
          sweepId);
    }
  }
}
