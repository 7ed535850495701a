package dev.hypersweep.orchestrator.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Nobody wants a run's result any more. */
@ApplicationScoped
public class RunCancellation {

  @Inject RunLocks locks;
  @Inject Attempts attempts;
  @Inject RunTransitions transitions;

  /**
   * Cancels a run in the caller's transaction; one that has ended stays as it is. Its worker hears
   * of it at the next heartbeat, and nothing that it sends any more is stored.
   */
  public void cancel(long runId) {
    LockedRun run = locks.lock(runId);
    if (run.state().isEnd()) {
      return;
    }
    attempts
        .active(runId)
        .ifPresent(one -> attempts.end(one.id(), Attempts.State.CANCELLED, null, null));
    transitions.end(run, RunState.Event.CANCEL);
  }
}
