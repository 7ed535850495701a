package dev.hypersweep.orchestrator.trial;

import static dev.hypersweep.orchestrator.trial.TrialState.Event.CANCEL;
import static dev.hypersweep.orchestrator.trial.TrialState.Event.COMPLETE;
import static dev.hypersweep.orchestrator.trial.TrialState.Event.FAIL;
import static dev.hypersweep.orchestrator.trial.TrialState.Event.PRUNE;
import static dev.hypersweep.orchestrator.trial.TrialState.Event.START;

import java.util.Map;
import java.util.Optional;

/** Where a trial stands. What is not in {@link #TABLE} cannot happen. */
public enum TrialState {
  /** None of its runs was claimed yet. */
  WAITING,
  /** Some run was claimed, and some has not ended. */
  RUNNING,
  /** All of its runs succeeded. */
  COMPLETED,
  /** All ended, at least one of them early because it was told to, none failed. */
  PRUNED,
  /** All ended, at least one without a result. */
  FAILED,
  /** Cancelled before all had ended. */
  CANCELLED;

  /** What happens to a trial. */
  public enum Event {
    /** Its first run was claimed, or answered by an earlier result. */
    START,
    /** Its last run ended; all succeeded. */
    COMPLETE,
    /** Its last run ended; some were pruned. */
    PRUNE,
    /** Its last run ended; some failed. */
    FAIL,
    /** It was cancelled. */
    CANCEL
  }

  private static final Map<TrialState, Map<Event, TrialState>> TABLE =
      Map.of(
          WAITING, Map.of(START, RUNNING, CANCEL, CANCELLED),
          RUNNING, Map.of(COMPLETE, COMPLETED, PRUNE, PRUNED, FAIL, FAILED, CANCEL, CANCELLED),
          COMPLETED, Map.of(),
          PRUNED, Map.of(),
          FAILED, Map.of(),
          CANCELLED, Map.of());

  /** The next state, or empty if that cannot happen here. */
  public Optional<TrialState> on(Event event) {
    return Optional.ofNullable(TABLE.get(this).get(event));
  }

  /** True if nothing can happen to the trial any more. */
  public boolean isEnd() {
    return TABLE.get(this).isEmpty();
  }
}
