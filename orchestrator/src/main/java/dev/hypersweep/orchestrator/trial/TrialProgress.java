package dev.hypersweep.orchestrator.trial;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.trial.TrialState.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Moves a trial along with its runs, in the caller's transaction. The sweep's and the trial's rows
 * must be locked, in this order.
 */
@ApplicationScoped
public class TrialProgress {

  private static final String END =
      """
      update trial t set state = ?,
        partial_steps = case ? when 'PRUNED' then (
          select coalesce(sum(coalesce(e.steps, r.paused_step)), 0)
          from run r left join result e on e.run_id = coalesce(r.reused_from, r.id)
          where r.trial_id = t.id) end,
        ended_as = 1 + (select coalesce(max(e.ended_as), 0) from trial e
                        where e.sweep_id = t.sweep_id)
      where t.id = ?
      """;

  private record Runs(
      long sweep, TrialState state, int open, int failed, int pruned, int cancelled) {

    /** What the runs mean for the trial, once none is open. */
    Event end() {
      if (failed > 0) {
        return Event.FAIL;
      }
      if (cancelled > 0) {
        return Event.CANCEL;
      }
      return pruned > 0 ? Event.PRUNE : Event.COMPLETE;
    }
  }

  @Inject Sql sql;
  @Inject TrialObjective objective;

  /**
   * Runs of a sweep were ended before they began: its trials of which no run is open end. At least
   * one run of each of these was ended so, or the trial would have ended before.
   */
  public void runsEnded(long sweepId) {
    for (TrialState state : TrialState.values()) {
      state.on(Event.FAIL).ifPresent(next -> endAll(sweepId, state, next, true));
      state.on(Event.CANCEL).ifPresent(next -> endAll(sweepId, state, next, false));
    }
    objective.ended(sweepId);
  }

  private void endAll(long sweepId, TrialState from, TrialState next, boolean failed) {
    sql.update(
        """
        update trial t set state = ?
        where t.sweep_id = ? and t.state = ?
          and not exists (select from run r
                          where r.trial_id = t.id and r.state in ('WAITING', 'HELD', 'LEASED', 'PAUSED'))
          and exists (select from run r where r.trial_id = t.id and r.state = 'FAILED') = ?
        """,
        next,
        sweepId,
        from,
        failed);
  }

  /** One of its runs was claimed. */
  public void started(long trialId) {
    sql.update("update trial set state = 'RUNNING' where id = ? and state = 'WAITING'", trialId);
  }

  /** One of its runs ended: the trial ends with its last one. Harmless if nothing has changed. */
  public void runEnded(long trialId) {
    started(trialId);
    Runs runs =
        sql.first(
                """
                select t.sweep_id, t.state,
                       count(*) filter (where r.state in ('WAITING', 'HELD', 'LEASED', 'PAUSED')) as open,
                       count(*) filter (where r.state = 'FAILED') as failed,
                       count(*) filter (where r.state = 'PRUNED') as pruned,
                       count(*) filter (where r.state = 'CANCELLED') as cancelled
                from trial t join run r on r.trial_id = t.id
                where t.id = ? group by t.id
                """,
                row ->
                    new Runs(
                        row.getLong("sweep_id"),
                        TrialState.valueOf(row.getString("state")),
                        row.getInt("open"),
                        row.getInt("failed"),
                        row.getInt("pruned"),
                        row.getInt("cancelled")),
                trialId)
            .orElseThrow();
    if (runs.open() == 0 && !runs.state().isEnd()) {
      TrialState next = runs.state().on(runs.end()).orElseThrow();
      sql.update(END, next, next, trialId);
      objective.ended(runs.sweep(), trialId);
    }
  }
}
