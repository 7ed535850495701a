package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.run.Attempts;
import dev.hypersweep.protocol.Heartbeat;
import dev.hypersweep.protocol.HeartbeatAnswer;
import dev.hypersweep.protocol.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Signs of life. A heartbeat after the lease's time is good as long as nobody has ended it. */
@ApplicationScoped
public class Heartbeats {

  @Inject Sql sql;
  @Inject Attempts attempts;
  @Inject LeaseTiming timing;

  /** Extends the lease; 409 if it was lost, 404 if it never existed. */
  HeartbeatAnswer beat(long attemptId, Heartbeat heartbeat) {
    return sql.first(
            """
            with fence as (
              select a.id, r.id as run_id, r.worker_id, r.signal
              from attempt a join run r on r.id = a.run_id
              where a.id = ? and a.generation = ? and a.state = 'ACTIVE'
                and r.generation = a.generation and r.state = 'LEASED'
              for no key update of r
            ),
            lived as (
              update run r set lease_expires_at = clock_timestamp() + make_interval(secs => ?)
              from fence f where r.id = f.run_id
            ),
            stepped as (
              update attempt a set step = greatest(a.step, ?) from fence f where a.id = f.id
            ),
            seen as (
              update worker w set last_seen_at = clock_timestamp()
              from fence f where w.id = f.worker_id
            )
            select signal from fence
            """,
            row ->
                new HeartbeatAnswer(Signal.valueOf(row.getString("signal")), timing.leaseSeconds()),
            attemptId,
            heartbeat.generation(),
            (double) timing.leaseSeconds(),
            heartbeat.step())
        .orElseGet(() -> ended(attemptId, heartbeat.generation()));
  }

  private HeartbeatAnswer ended(long attemptId, long generation) {
    Attempts.Attempt attempt = attempts.get(attemptId);
    if (attempt.state() == Attempts.State.CANCELLED && attempt.generation() == generation) {
      return new HeartbeatAnswer(Signal.CANCEL, 0);
    }
    throw attempts.refusal(attemptId, generation);
  }
}
