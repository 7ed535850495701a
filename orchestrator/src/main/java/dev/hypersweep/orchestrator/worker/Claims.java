package dev.hypersweep.orchestrator.worker;

import dev.hypersweep.orchestrator.database.SqlFailure;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.orchestrator.run.RunLocks;
import dev.hypersweep.orchestrator.run.RunTransitions;
import dev.hypersweep.protocol.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Gives a worker its next run. Runs whose numbers are known already end on the way, without being
 * executed.
 */
@ApplicationScoped
public class Claims {

  /** Bounds the time of one request; the worker asks again. */
  private static final int MOST_LOOKS = 500;

  private static final String UNIQUE_VIOLATION = "23505";

  @Inject RunQueue queue;
  @Inject Leases leases;
  @Inject LeaseTiming timing;
  @Inject RunLocks locks;
  @Inject ComputedAnswers answers;
  @Inject RunTransitions transitions;
  @Inject Transactions transactions;

  /**
   * A lease on the next run for this worker; empty if there is none. The same request gets the same
   * lease as long as it lives.
   */
  public Optional<Lease> claim(long workerId, String requestId) {
    for (int i = 0; i < MOST_LOOKS; i++) {
      RunQueue.Found found = find(workerId, requestId);
      if (found.runId() == null) {
        return Optional.empty();
      }
      if (found.leased()) {
        if (found.first()) {
          transactions.run(() -> transitions.claimed(locks.lock(found.runId())));
        }
        return leases.of(found.runId(), workerId, requestId);
      }
      if (!found.overtaken()) {
        answers.hand(found.runId(), found.computedBy(), found.fingerprint());
      }
    }
    return Optional.empty();
  }

  private RunQueue.Found find(long workerId, String requestId) {
    for (int attempt = 1; ; attempt++) {
      try {
        return queue
            .claim(workerId, requestId, timing.leaseSeconds())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND,
                        "Worker " + workerId + " is not registered, or has signed off. Register."));
      } catch (SqlFailure e) {
        // Another claim took an equal run, or answered the same request, in this very moment.
        if (attempt == 5 || !e.state().equals(UNIQUE_VIOLATION)) {
          throw e;
        }
      }
    }
  }
}
