package dev.hypersweep.orchestrator.run;

import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.worker.LeaseTiming;
import dev.hypersweep.protocol.FailureClass;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Ends leases without a sign of life; their runs go back to the queue while their budget lasts. All
 * times are the database's.
 *
 * <p>While this orchestrator or its database was away, no heartbeat could come in. So after such a
 * gap, the start included, every live lease first gets its whole time again.
 */
@ApplicationScoped
public class LeaseReaper {

  private static final Logger LOG = Logger.getLogger(LeaseReaper.class);
  private static final int AT_A_TIME = 200;

  private final Sql sql;
  private final Transactions transactions;
  private final RunLocks locks;
  private final Attempts attempts;
  private final RunFailures failures;
  private final LeaseTiming timing;
  private final Counter expired;

  /** Seconds since 1970 by the database's clock; NaN before the first pass. */
  private volatile double lastPass = Double.NaN;

  private volatile boolean lastPassFailed;

  @Inject
  LeaseReaper(
      Sql sql,
      Transactions transactions,
      RunLocks locks,
      Attempts attempts,
      RunFailures failures,
      LeaseTiming timing,
      MeterRegistry meters) {
    this.sql = sql;
    this.transactions = transactions;
    this.locks = locks;
    this.attempts = attempts;
    this.failures = failures;
    this.timing = timing;
    this.expired = meters.counter("hypersweep.leases.expired");
  }

  @Scheduled(every = "{hypersweep.reaper}", concurrentExecution = ConcurrentExecution.SKIP)
  void pass() {
    try {
      reap();
      lastPassFailed = false;
    } catch (RuntimeException e) {
      // The database may be away for a while; the next pass looks again.
      lastPassFailed = true;
      LOG.warnf("expired leases could not be looked for, next try follows: %s", e.getMessage());
    }
  }

  /** True if the last pass came to its end. */
  public boolean works() {
    return !lastPassFailed;
  }

  private void reap() {
    double now =
        sql.first("select extract(epoch from clock_timestamp())::float8", row -> row.getDouble(1))
            .orElseThrow();
    boolean wasAway = !(now - lastPass < Math.max(2.0, timing.leaseSeconds() / 3.0));
    if (wasAway) {
      grantGrace();
    }
    for (long runId : expiredRuns()) {
      transactions.run(() -> expire(runId));
    }
    lastPass = now;
  }

  private void grantGrace() {
    int leases =
        sql.update(
            """
            update run set lease_expires_at =
              greatest(lease_expires_at, clock_timestamp() + make_interval(secs => ?))
            where state = 'LEASED'
            """,
            (double) timing.leaseSeconds());
    if (leases > 0) {
      LOG.infof("%d leases live on for %d s", leases, timing.leaseSeconds());
    }
  }

  private List<Long> expiredRuns() {
    return sql.list(
        """
        select id from run where state = 'LEASED' and lease_expires_at < clock_timestamp()
        order by lease_expires_at limit %d
        """
            .formatted(AT_A_TIME),
        row -> row.getLong("id"));
  }

  private void expire(long runId) {
    LockedRun run = locks.lock(runId);
    boolean stillExpired =
        sql.number(
                """
                select count(*) from run
                where id = ? and state = 'LEASED' and lease_expires_at < clock_timestamp()
                """,
                runId)
            > 0;
    if (!stillExpired) {
      return;
    }
    Attempts.Attempt attempt = attempts.active(runId).orElseThrow();
    failures.failed(
        run,
        attempt.id(),
        Attempts.State.EXPIRED,
        FailureClass.NODE_LOST,
        "No heartbeat for " + timing.leaseSeconds() + " s: the worker or its machine is gone.");
    expired.increment();
    LOG.infof("lease %d of run %d expired", attempt.generation(), runId);
  }
}
