package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.live.Changed;
import dev.hypersweep.orchestrator.live.Changes;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.orchestrator.pruning.Judgements;
import dev.hypersweep.orchestrator.sweep.SweepProgress;
import dev.hypersweep.orchestrator.trial.TrialProgress;
import dev.hypersweep.protocol.FailureClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Moves runs from state to state, and with a run's end its trial and its sweep, in the caller's
 * transaction. The rows must be locked, see {@link RunLocks}.
 */
@ApplicationScoped
public class RunTransitions {

  @Inject Sql sql;
  @Inject TrialProgress trials;
  @Inject SweepProgress sweeps;
  @Inject Judgements judgements;
  @Inject Event<RunEnded> ended;
  @Inject Changes changes;

  /** The run ended well, or was cancelled. */
  public void end(LockedRun run, RunState.Event event) {
    end(run, event, null, null);
  }

  /**
   * The run ended. What observers of {@link RunEnded} write is part of it.
   *
   * @throws ProblemException illegal-transition if the run's state does not allow the event
   */
  public void end(LockedRun run, RunState.Event event, FailureClass failure, String message) {
    RunState next = next(run, event);
    sql.update(
        """
        update run set state = ?, lease_expires_at = null, finished_at = now(),
                       signal = 'CONTINUE', started_at = coalesce(started_at, now()),
                       failure_class = ?, failure_message = ?
        where id = ?
        """,
        next,
        failure == null ? null : failure.name(),
        message,
        run.id());
    announce(run, next);
  }

  /** The run has the numbers of an equal one that was computed before. */
  public void reuse(LockedRun run, long computedBy, String fingerprint) {
    RunState next = next(run, RunState.Event.REUSE);
    sql.update(
        """
        update run set state = ?, reused_from = ?, fingerprint = ?, started_at = now(),
                       finished_at = now(), failure_class = null, failure_message = null
        where id = ?
        """,
        next,
        computedBy,
        fingerprint,
        run.id());
    announce(run, next);
  }

  /** The run goes back to the queue, or is held if its sweep is paused. */
  public void tryAgain(LockedRun run, FailureClass failure, String message) {
    var event = run.sweepPaused() ? RunState.Event.RETRY_HELD : RunState.Event.RETRY;
    sql.update(
        """
        update run set state = ?, lease_expires_at = null, signal = 'CONTINUE',
                       failure_class = ?, failure_message = ?
        where id = ?
        """,
        next(run, event),
        failure.name(),
        message,
        run.id());
    changes.note(Changed.Kind.RUN, run.id());
    noteSweep(run);
  }

  /**
   * The run rests at its rung, and its sweep goes on with what is due.
   *
   * @param value of the objective there; null if it was not measured
   */
  public void pause(LockedRun run, long step, Double value) {
    sql.update(
        """
        update run set state = ?, lease_expires_at = null, signal = 'CONTINUE', paused_step = ?,
                       paused_value = ?, failure_class = null, failure_message = null
        where id = ?
        """,
        next(run, RunState.Event.PAUSE),
        step,
        value,
        run.id());
    sweeps.runEnded(run.sweepId());
    changes.note(Changed.Kind.RUN, run.id());
    noteSweep(run);
  }

  /** A worker got the run: its trial and its sweep run too. Does nothing if they do already. */
  public void claimed(LockedRun run) {
    changes.note(Changed.Kind.RUN, run.id());
    if (run.trialId() != null) {
      trials.started(run.trialId());
    }
    if (run.sweepId() != null) {
      sweeps.started(run.sweepId());
    }
    noteSweep(run);
  }

  private void announce(LockedRun run, RunState state) {
    if (run.trialId() != null) {
      judgements.ended(run.id());
    }
    if (run.trialId() != null) {
      trials.runEnded(run.trialId());
    }
    if (run.sweepId() != null) {
      sweeps.runEnded(run.sweepId());
    }
    ended.fire(new RunEnded(run.id(), run.kind(), state));
    changes.note(Changed.Kind.RUN, run.id());
    noteSweep(run);
  }

  private void noteSweep(LockedRun run) {
    if (run.sweepId() != null) {
      changes.note(Changed.Kind.SWEEP, run.sweepId());
    }
  }

  private static RunState next(LockedRun run, RunState.Event event) {
    return run.state()
        .on(event)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "Run " + run.id() + " is " + run.state() + ": " + event + " cannot happen."));
  }
}
