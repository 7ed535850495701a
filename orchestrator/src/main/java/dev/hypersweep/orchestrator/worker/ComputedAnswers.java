package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.run.LockedRun;
import dev.hypersweep.orchestrator.run.RunLocks;
import dev.hypersweep.orchestrator.run.RunState;
import dev.hypersweep.orchestrator.run.RunTransitions;
import dev.hypersweep.orchestrator.sweep.SweepBudget;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Ends waiting runs whose numbers are stored already: at their submission, and every few seconds
 * those that an equal run has answered since. No worker is asked, none need be there (see {@link
 * KnownPlaces}). A claim does not wait for it: it looks itself.
 */
@ApplicationScoped
public class ComputedAnswers {

  private static final Logger LOG = Logger.getLogger(ComputedAnswers.class);

  /** Bounds one transaction's row locks and one request's time. */
  private static final int AT_A_TIME = 500;

  private static final String ANSWERED =
      """
      with open as (
        select r.* from run r where r.state = 'WAITING' and r.kind = 'TRIAL' and %s
          and r.sweep_id not in (
            select s.id from sweep s where s.state in ('WAITING', 'RUNNING') and %s)
      ),
      place as (
        select * from (select distinct dataset, device, threads, memory_bytes from open) need
        cross join lateral %s known
      )
      select distinct on (o.id) o.id, done.id as computed_by, done.fingerprint
      from open o
      join place p on p.dataset = o.dataset and p.device = o.device and p.threads = o.threads
        and p.memory_bytes = o.memory_bytes
      join run done
        on done.fingerprint = encode(sha256(convert_to(
             o.identity || E'\\n' || p.content_hash || E'\\n' || p.environment_fingerprint,
             'UTF8')), 'hex')
      where done.kind = 'TRIAL' and done.state = 'SUCCEEDED' and done.reused_from is null
      order by o.id, done.id
      limit %d
      """;

  private static final String OF_ONE_SWEEP = answered("r.sweep_id = ?");
  private static final String OF_ALL = answered("true");

  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject RunLocks locks;
  @Inject RunTransitions transitions;

  private record Answered(long run, long computedBy, String fingerprint) {}

  /** Ends what is stored of one sweep, at most 500 runs; the rest follows by itself. */
  public void hand(long sweep) {
    sql.list(OF_ONE_SWEEP, ComputedAnswers::read, sweep).forEach(this::hand);
  }

  @Scheduled(every = "{hypersweep.answers}", concurrentExecution = ConcurrentExecution.SKIP)
  void pass() {
    try {
      List<Answered> found;
      do {
        found = sql.list(OF_ALL, ComputedAnswers::read);
        found.forEach(this::hand);
      } while (found.size() == AT_A_TIME);
    } catch (RuntimeException e) {
      // The database may be away for a while; the next pass looks again.
      LOG.warnf("computed runs could not be looked for, next try follows: %s", e.getMessage());
    }
  }

  private void hand(Answered answered) {
    hand(answered.run(), answered.computedBy(), answered.fingerprint());
  }

  /** Ends a run with the numbers of an equal one; does nothing if it waits no longer. */
  void hand(long runId, long computedBy, String fingerprint) {
    transactions.run(
        () -> {
          LockedRun run = locks.lock(runId);
          if (run.state() == RunState.WAITING) {
            transitions.reuse(run, computedBy, fingerprint);
          }
        });
  }

  private static String answered(String scope) {
    return ANSWERED.formatted(scope, SweepBudget.SPENT, KnownPlaces.FOR_NEED, AT_A_TIME);
  }

  private static Answered read(ResultSet row) throws SQLException {
    return new Answered(
        row.getLong("id"), row.getLong("computed_by"), row.getString("fingerprint"));
  }
}
