package dev.hypersweep.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.worker.DispatchTest;
import dev.hypersweep.orchestrator.worker.LeaseTiming;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReaperGraceTest extends DispatchTest {

  @Inject Transactions transactions;
  @Inject RunLocks locks;
  @Inject Attempts attempts;
  @Inject RunFailures failures;
  @Inject LeaseTiming timing;
  @Inject MeterRegistry meters;
  @Inject Scheduler scheduler;

  @BeforeEach
  void onlyOurReaper() {
    scheduler.pause();
  }

  @AfterEach
  void theUsualReaperAgain() {
    scheduler.resume();
  }

  @Test
  void afterAStartEveryLiveLeaseGetsItsWholeTimeAgain() {
    long run = queue("default", 0, 1).get(0);
    claim(register("w"));
    expire(run);
    LeaseReaper restarted =
        new LeaseReaper(sql, transactions, locks, attempts, failures, timing, meters);

    restarted.pass();
    assertThat(runState(run)).isEqualTo("LEASED");
    assertThat(
            sql.number(
                "select count(*) from run where lease_expires_at > now() + interval '20 seconds'"))
        .isEqualTo(1);

    expire(run);
    restarted.pass();
    assertThat(runState(run)).isEqualTo("WAITING");
    assertThat(text("select state || ' ' || failure_class from attempt"))
        .isEqualTo("EXPIRED NODE_LOST");
  }
}
