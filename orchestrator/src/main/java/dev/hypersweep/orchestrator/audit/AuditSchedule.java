package dev.hypersweep.orchestrator.audit;

import dev.hypersweep.orchestrator.run.RunEnded;
import dev.hypersweep.orchestrator.run.RunKind;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

/**
 * When audits are judged: right after an AUDIT run's end was committed, at the start (an
 * orchestrator may have died in between), and once in a while for whatever else went wrong.
 */
@ApplicationScoped
class AuditSchedule {

  private static final Logger LOG = Logger.getLogger(AuditSchedule.class);

  @Inject AuditJudge judge;

  private final ManagedExecutor executor =
      ManagedExecutor.builder()
          .propagated()
          .cleared(ThreadContext.ALL_REMAINING)
          .maxAsync(1)
          .build();

  void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunEnded run) {
    if (run.kind() == RunKind.AUDIT) {
      soon();
    }
  }

  void started(@Observes StartupEvent event) {
    soon();
  }

  @Scheduled(every = "{hypersweep.audit.every:10s}", delayed = "10s")
  void onceInAWhile() {
    judge.judgeEnded();
  }

  private void soon() {
    executor.execute(
        () -> {
          try {
            judge.judgeEnded();
          } catch (RuntimeException e) {
            LOG.warn("audits could not be judged now; it is tried again in 10 s", e);
          }
        });
  }
}
