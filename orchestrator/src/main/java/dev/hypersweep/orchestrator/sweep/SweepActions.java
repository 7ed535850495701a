package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.live.Changed;
import dev.hypersweep.orchestrator.live.Changes;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.orchestrator.trial.TrialState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;

/**
 * What people do to a sweep. Rows are locked in the order sweep, trials, runs, as everywhere (see
 * {@code RunLocks}).
 */
@ApplicationScoped
class SweepActions {

  private static final String LOCK =
      "select state, started_at is not null as started from sweep where id = ? for no key update";

  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject Changes changes;

  private record Current(SweepState state, boolean started) {}

  /** Holds all waiting runs; leased ones go on to their end. */
  void pause(long sweep) {
    transactions.run(
        () -> {
          move(sweep, lock(sweep), SweepState.Event.PAUSE);
          moveRuns(sweep, RunState.WAITING, RunState.Event.HOLD);
        });
  }

  /** Lets held runs wait for a worker again. */
  void resume(long sweep) {
    transactions.run(
        () -> {
          Current current = lock(sweep);
          move(
              sweep,
              current,
              current.started()
                  ? SweepState.Event.RESUME_STARTED
                  : SweepState.Event.RESUME_UNSTARTED);
          moveRuns(sweep, RunState.HELD, RunState.Event.RELEASE);
        });
  }

  /** Ends all that has not begun, and tells the workers of leased runs to end. */
  void cancel(long sweep) {
    transactions.run(
        () -> {
          move(sweep, lock(sweep), SweepState.Event.CANCEL);
          sql.update("update sweep set finished_at = now() where id = ?", sweep);
          Arrays.stream(TrialState.values()).forEach(state -> cancelTrials(sweep, state));
          moveRuns(sweep, RunState.WAITING, RunState.Event.CANCEL);
          moveRuns(sweep, RunState.HELD, RunState.Event.CANCEL);
          sql.update(
              "update run set signal = 'CANCEL' where sweep_id = ? and state = 'LEASED'", sweep);
        });
  }

  private Current lock(long sweep) {
    return sql.first(
            LOCK,
            row ->
                new Current(SweepState.valueOf(row.getString("state")), row.getBoolean("started")),
            sweep)
        .orElseThrow(() -> ProblemException.notFound("sweep", sweep));
  }

  private void move(long sweep, Current current, SweepState.Event event) {
    SweepState next =
        current
            .state()
            .on(event)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.ILLEGAL_TRANSITION,
                        "Sweep %d is %s: it cannot be %s."
                            .formatted(sweep, current.state(), participle(event))));
    sql.update("update sweep set state = ? where id = ?", next, sweep);
    changes.note(Changed.Kind.SWEEP, sweep);
  }

  private void moveRuns(long sweep, RunState from, RunState.Event event) {
    RunState next = from.on(event).orElseThrow();
    sql.update(
        """
        update run set state = ?, finished_at = case when ? then now() end
        where sweep_id = ? and state = ?
        """,
        next,
        next.isEnd(),
        sweep,
        from);
  }

  private void cancelTrials(long sweep, TrialState from) {
    from.on(TrialState.Event.CANCEL)
        .ifPresent(
            next ->
                sql.update(
                    "update trial set state = ? where sweep_id = ? and state = ?",
                    next,
                    sweep,
                    from));
  }

  private static String participle(SweepState.Event event) {
    return switch (event) {
      case PAUSE -> "paused";
      case CANCEL -> "cancelled";
      default -> "resumed";
    };
  }
}
