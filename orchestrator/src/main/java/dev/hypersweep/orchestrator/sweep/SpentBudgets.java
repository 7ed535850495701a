package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.live.Changed;
import dev.hypersweep.orchestrator.live.Changes;
import dev.hypersweep.orchestrator.promotion.Promotions;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.orchestrator.trial.TrialProgress;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Ends what waits in sweeps whose budget is spent. That no run of theirs is claimed any more does
 * not depend on it: the claim looks at the budget itself. Leased runs go on to their end, and the
 * sweep ends with the last of them.
 */
@ApplicationScoped
class SpentBudgets {

  private static final Logger LOG = Logger.getLogger(SpentBudgets.class);

  private static final String UNENDED =
      """
      s.state in ('WAITING', 'RUNNING', 'PAUSED')
      and (s.trials_to_come > 0 or exists (
        select from run w where w.sweep_id = s.id and w.state in ('WAITING', 'HELD', 'PAUSED')))
      and
      """
          + SweepBudget.SPENT;

  private static final String BUDGET =
      """
      select s.budget_until <= now() as late, s.budget_until,
             s.definition #>> '{budget,gpu_hours}' as gpu_hours,
             (select count(*) from run w
              where w.sweep_id = s.id and w.state in ('WAITING', 'HELD')
                and w.paused_step is null) +
      """
          + SweepRows.RUNS_TO_COME
          + """
           as unstarted,
          (select count(*) from run w where w.sweep_id = s.id and w.paused_step is not null
             and w.state in ('WAITING', 'HELD', 'PAUSED')) as paused
          from sweep s where s.id = ?""";

  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject SweepMoves moves;
  @Inject Promotions promotions;
  @Inject TrialProgress trials;
  @Inject SweepProgress progress;
  @Inject Changes changes;

  @Scheduled(every = "{hypersweep.reaper}", concurrentExecution = ConcurrentExecution.SKIP)
  void pass() {
    try {
      List<Long> spent =
          sql.list("select s.id from sweep s where " + UNENDED, row -> row.getLong("id"));
      spent.forEach(sweep -> transactions.run(() -> end(sweep)));
    } catch (RuntimeException e) {
      // The database may be away for a while; the next pass looks again.
      LOG.warnf("spent budgets could not be looked for, next try follows: %s", e.getMessage());
    }
  }

  private void end(long sweep) {
    moves.lock(sweep);
    if (sql.number("select count(*) from sweep s where s.id = ? and " + UNENDED, sweep) == 0) {
      return;
    }
    String reason = sql.first(BUDGET, SpentBudgets::reason, sweep).orElseThrow();
    promotions.giveUp(sweep, reason);
    moves.endRuns(sweep, RunState.WAITING, RunState.Event.EXHAUST, reason);
    moves.endRuns(sweep, RunState.HELD, RunState.Event.EXHAUST, reason);
    sql.update(
        "update sweep set ended_because = ?, trials_to_come = 0 where id = ?", reason, sweep);
    trials.runsEnded(sweep);
    progress.endIfDone(sweep);
    changes.note(Changed.Kind.SWEEP, sweep);
    LOG.infof("sweep %d: %s", sweep, reason);
  }

  private static String reason(ResultSet row) throws SQLException {
    return row.getBoolean("late")
        ? late(Columns.instant(row, "budget_until"), runs(row))
        : spent(row.getString("gpu_hours"), runs(row));
  }

  private static String late(Instant until, String runs) {
    return "budget.until: %s has come with %s. Submit it again with a later time: what is computed is reused."
        .formatted(until, runs);
  }

  private static String spent(String hours, String runs) {
    return "budget.gpu_hours: %s hours of device time are spent with %s. Submit it again with more hours: what is computed is reused."
        .formatted(hours, runs);
  }

  private static String runs(ResultSet row) throws SQLException {
    long unstarted = row.getLong("unstarted");
    long paused = row.getLong("paused");
    String runs = unstarted == 1 ? "1 run not executed" : unstarted + " runs not executed";
    return paused == 0 ? runs : runs + " and " + paused + " left where they paused";
  }
}
