package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.run.Attempts;
import dev.hypersweep.orchestrator.run.LockedRun;
import dev.hypersweep.orchestrator.run.RunFailures;
import dev.hypersweep.orchestrator.run.RunLocks;
import dev.hypersweep.protocol.RunFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Failures that workers report. */
@ApplicationScoped
public class Failures {

  @Inject Sql sql;
  @Inject Attempts attempts;
  @Inject Fence fence;
  @Inject RunLocks locks;
  @Inject RunFailures failures;
  @Inject Transactions transactions;

  /** Ends the attempt; 409 if it had ended in another way, 404 if it never existed. */
  void accept(long attemptId, RunFailure failure) {
    transactions.run(
        () -> {
          LockedRun run = locks.lock(attempts.get(attemptId).runId());
          if (isKnown(attemptId, failure)) {
            return;
          }
          fence.demand(run, attemptId, failure.generation());
          sql.update(
              "update attempt set step = greatest(step, ?) where id = ?",
              failure.step(),
              attemptId);
          failures.failed(
              run, attemptId, Attempts.State.FAILED, failure.failureClass(), failure.message());
        });
  }

  private boolean isKnown(long attemptId, RunFailure failure) {
    return sql.number(
            """
            select count(*) from attempt
            where id = ? and generation = ?
              and state = 'FAILED' and failure_class = ? and failure_message = ?
            """,
            attemptId,
            failure.generation(),
            failure.failureClass(),
            failure.message())
        > 0;
  }
}
