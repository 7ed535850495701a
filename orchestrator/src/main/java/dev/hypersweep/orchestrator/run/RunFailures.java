package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What becomes of a run whose attempt ended without a result. The rows must be locked. */
@ApplicationScoped
public class RunFailures {

  @Inject Sql sql;
  @Inject Attempts attempts;
  @Inject RunTransitions transitions;

  /** Ends the attempt, and tries the run again if its budget allows. */
  public void failed(
      LockedRun run, long attemptId, Attempts.State ending, FailureClass failure, String message) {
    if (run.signal() == Signal.CANCEL) {
      attempts.end(attemptId, Attempts.State.CANCELLED, null, message);
      transitions.end(run, RunState.Event.CANCEL);
      return;
    }
    attempts.end(attemptId, ending, failure, message);
    if (failure != FailureClass.PREEMPTED) {
      sql.update("update run set attempts = attempts + 1 where id = ?", run.id());
    }
    long failures =
        sql.number(
            "select count(*) from attempt where run_id = ? and failure_class = ?",
            run.id(),
            failure);
    if (RetryBudget.allows(failure, failures)) {
      transitions.tryAgain(run, failure, message);
    } else {
      transitions.end(run, RunState.Event.FAIL, failure, message);
    }
  }
}
