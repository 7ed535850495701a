package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.live.Changed;
import dev.hypersweep.orchestrator.live.Changes;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.orchestrator.run.Attempts;
import dev.hypersweep.orchestrator.run.LockedRun;
import dev.hypersweep.orchestrator.run.RunFailures;
import dev.hypersweep.orchestrator.run.RunLocks;
import dev.hypersweep.protocol.FailureClass;
import dev.hypersweep.protocol.SignOff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Workers that stop in order. From the sign-off until it registers again a worker gets no lease,
 * and the lease that it held returns at once. An earlier life of a worker cannot sign off a later
 * one; the same sign-off again changes nothing.
 */
@ApplicationScoped
public class SignOffs {

  private static final String STOP =
      """
      update worker set stopped_at = coalesce(stopped_at, clock_timestamp())
      where id = ? and registration = ?
      """;

  private static final String HELD =
      """
      select r.id from run r join worker w on w.id = r.worker_id
      where w.id = ? and w.registration = ? and w.stopped_at is not null and r.state = 'LEASED'
      """;

  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject RunLocks locks;
  @Inject Attempts attempts;
  @Inject RunFailures failures;
  @Inject Changes changes;

  /** Signs a worker off; 409 if it has registered again since, 404 if it never did. */
  void accept(SignOff signOff) {
    long worker = signOff.workerId();
    // A claim of this worker that is under way holds its row: what it leases is found below.
    if (sql.update(STOP, worker, signOff.registration()) == 0) {
      throw refusal(signOff);
    }
    sql.list(HELD, row -> row.getLong("id"), worker, signOff.registration())
        .forEach(run -> transactions.run(() -> giveBack(run, signOff)));
    changes.note(Changed.Kind.WORKER, worker);
  }

  private void giveBack(long runId, SignOff signOff) {
    LockedRun run = locks.lock(runId);
    boolean stillHeld =
        !sql.list(
                HELD + " and r.id = ? for share of w",
                row -> row.getLong("id"),
                signOff.workerId(),
                signOff.registration(),
                runId)
            .isEmpty();
    if (stillHeld) {
      failures.failed(
          run,
          attempts.active(runId).orElseThrow().id(),
          Attempts.State.FAILED,
          FailureClass.PREEMPTED,
          "Its worker was stopped; the run goes on from its last checkpoint.");
    }
  }

  private ProblemException refusal(SignOff signOff) {
    return sql.first(
            "select registration from worker where id = ?",
            row -> row.getLong("registration"),
            signOff.workerId())
        .map(
            registration ->
                new ProblemException(
                    ProblemType.STALE_GENERATION,
                    "Worker %d is in registration %d, and %d was sent: it has started again since. Drop the sign-off."
                        .formatted(signOff.workerId(), registration, signOff.registration())))
        .orElseGet(() -> ProblemException.notFound("worker", signOff.workerId()));
  }
}
