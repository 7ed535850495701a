package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.protocol.FailureClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The executions of runs. */
@ApplicationScoped
public class Attempts {

  /** States of an attempt; all but ACTIVE are final. */
  public enum State {
    ACTIVE,
    ACCEPTED,
    PAUSED,
    FAILED,
    EXPIRED,
    CANCELLED
  }

  /** What the fence looks at. */
  public record Attempt(long id, long runId, long generation, State state) {}

  @Inject Sql sql;

  /** The attempt; 404 if it never existed. */
  public Attempt get(long id) {
    return sql.first(
            "select id, run_id, generation, state from attempt where id = ?",
            row ->
                new Attempt(
                    row.getLong("id"),
                    row.getLong("run_id"),
                    row.getLong("generation"),
                    State.valueOf(row.getString("state"))),
            id)
        .orElseThrow(() -> ProblemException.notFound("attempt", id));
  }

  /** The active attempt of a run, if there is one. */
  public Optional<Attempt> active(long runId) {
    return sql.first(
        "select id, generation from attempt where run_id = ? and state = 'ACTIVE'",
        row -> new Attempt(row.getLong("id"), runId, row.getLong("generation"), State.ACTIVE),
        runId);
  }

  /** Ends an attempt, and counts its time on its sweep; the rows must be locked. */
  public void end(long id, State state, FailureClass failure, String message) {
    sql.update(
        """
        with ended as (
          update attempt
          set state = ?, failure_class = ?, failure_message = ?, finished_at = clock_timestamp()
          where id = ?
          returning run_id, extract(epoch from finished_at - started_at) as seconds
        )
        update sweep s set device_seconds = s.device_seconds + ended.seconds
        from ended join run r on r.id = ended.run_id where s.id = r.sweep_id
        """,
        state,
        failure == null ? null : failure.name(),
        message,
        id);
  }

  /** The answer to a write of an attempt that the fence refused: 404 or 409. */
  public ProblemException refusal(long id, long generation) {
    Attempt attempt = get(id);
    return new ProblemException(
        ProblemType.STALE_GENERATION,
        "Attempt "
            + id
            + " of run "
            + attempt.runId()
            + " is "
            + attempt.state()
            + " with generation "
            + attempt.generation()
            + ", and generation "
            + generation
            + " was sent. Drop it and ask for another lease.");
  }
}
