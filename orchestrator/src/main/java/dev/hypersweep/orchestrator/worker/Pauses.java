package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.run.Attempts;
import dev.hypersweep.orchestrator.run.LockedRun;
import dev.hypersweep.orchestrator.run.RunLocks;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.orchestrator.run.RunTransitions;
import dev.hypersweep.orchestrator.trial.RungObjective;
import dev.hypersweep.protocol.RunPause;
import dev.hypersweep.protocol.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalDouble;

/** Pauses at rungs that workers report: no failures, and no retry is spent on them. */
@ApplicationScoped
public class Pauses {

  private record Told(String dataset, Long until, boolean checkpoint) {}

  /** A checkpoint that an attempt went on from is as good as one of its own. */
  private static final String TOLD =
      """
      select r.dataset, r.until, exists (
               select from artifact f
               where f.step = ? and (f.attempt_id = a.id
                 or f.attempt_id = a.resumed_from and a.resumed_step = f.step)) as checkpoint
      from attempt a join run r on r.id = a.run_id where a.id = ?
      """;

  @Inject Sql sql;
  @Inject Attempts attempts;
  @Inject Fence fence;
  @Inject RunLocks locks;
  @Inject RunTransitions transitions;
  @Inject RungObjective objectives;
  @Inject Transactions transactions;

  /** Ends the attempt; 409 if it had ended in another way, 404 if it never existed. */
  void accept(long attemptId, RunPause pause) {
    transactions.run(
        () -> {
          LockedRun run = locks.lock(attempts.get(attemptId).runId());
          if (isKnown(attemptId, pause)) {
            return;
          }
          fence.demand(run, attemptId, pause.generation());
          end(run, attemptId, pause.step());
        });
  }

  private void end(LockedRun run, long attemptId, long step) {
    if (run.signal() == Signal.CANCEL) {
      attempts.end(attemptId, Attempts.State.CANCELLED, null, null);
      transitions.end(run, RunState.Event.CANCEL);
      return;
    }
    Told told =
        sql.first(
                TOLD,
                row ->
                    new Told(
                        row.getString("dataset"),
                        Columns.longOrNull(row, "until"),
                        row.getBoolean("checkpoint")),
                step,
                attemptId)
            .orElseThrow();
    if (told.until() == null || step < told.until()) {
      throw ProblemException.invalidValue(
          "step",
          step,
          told.until() == null
              ? "is no rung: the lease goes to the run's end"
              : "is before the rung of the lease at step " + told.until(),
          "go on");
    }
    if (!told.checkpoint()) {
      throw ProblemException.invalidValue(
          "step", step, "has no checkpoint to go on from", "send its checkpoint before");
    }
    sql.update("update attempt set step = greatest(step, ?) where id = ?", step, attemptId);
    attempts.end(attemptId, Attempts.State.PAUSED, null, null);
    OptionalDouble value = objectives.ofRun(run.sweepId(), run.id(), told.dataset(), told.until());
    transitions.pause(run, step, value.isPresent() ? (Double) value.getAsDouble() : null);
  }

  private boolean isKnown(long attemptId, RunPause pause) {
    return sql.number(
            """
            select count(*) from attempt
            where id = ? and generation = ? and state = 'PAUSED' and step = ?
            """,
            attemptId,
            pause.generation(),
            pause.step())
        > 0;
  }
}
