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

/** What people do to a sweep. */
@ApplicationScoped
class SweepActions {

  private static final String CANCELLED = "Its sweep was cancelled.";

  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject SweepMoves moves;
  @Inject Changes changes;

  /** Holds all waiting runs; leased ones go on to their end. */
  void pause(long sweep) {
    transactions.run(
        () -> {
          move(sweep, moves.lock(sweep), SweepState.Event.PAUSE);
          moves.runs(sweep, RunState.WAITING, RunState.Event.HOLD);
        });
  }

  /** Lets held runs wait for a worker again. */
  void resume(long sweep) {
    transactions.run(
        () -> {
          SweepMoves.Locked current = moves.lock(sweep);
          move(
              sweep,
              current,
              current.started()
                  ? SweepState.Event.RESUME_STARTED
                  : SweepState.Event.RESUME_UNSTARTED);
          moves.runs(sweep, RunState.HELD, RunState.Event.RELEASE);
        });
  }

  /** Ends all that has not begun, and tells the workers of leased runs to end. */
  void cancel(long sweep) {
    transactions.run(
        () -> {
          move(sweep, moves.lock(sweep), SweepState.Event.CANCEL);
          sql.update(
              "update sweep set finished_at = now(), trials_to_come = 0 where id = ?", sweep);
          Arrays.stream(TrialState.values()).forEach(state -> cancelTrials(sweep, state));
          moves.endRuns(sweep, RunState.WAITING, RunState.Event.CANCEL, CANCELLED);
          moves.endRuns(sweep, RunState.HELD, RunState.Event.CANCEL, CANCELLED);
          moves.endRuns(sweep, RunState.PAUSED, RunState.Event.CANCEL, CANCELLED);
          sql.update(
              "update run set signal = 'CANCEL' where sweep_id = ? and state = 'LEASED'", sweep);
        });
  }

  private void move(long sweep, SweepMoves.Locked current, SweepState.Event event) {
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
