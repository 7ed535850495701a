package dev.hypersweep.orchestrator.run;

import static dev.hypersweep.orchestrator.run.RunState.Event.CANCEL;
import static dev.hypersweep.orchestrator.run.RunState.Event.CLAIM;
import static dev.hypersweep.orchestrator.run.RunState.Event.EXHAUST;
import static dev.hypersweep.orchestrator.run.RunState.Event.FAIL;
import static dev.hypersweep.orchestrator.run.RunState.Event.HOLD;
import static dev.hypersweep.orchestrator.run.RunState.Event.LOSE;
import static dev.hypersweep.orchestrator.run.RunState.Event.PAUSE;
import static dev.hypersweep.orchestrator.run.RunState.Event.PROMOTE;
import static dev.hypersweep.orchestrator.run.RunState.Event.PROMOTE_HELD;
import static dev.hypersweep.orchestrator.run.RunState.Event.PRUNE;
import static dev.hypersweep.orchestrator.run.RunState.Event.RELEASE;
import static dev.hypersweep.orchestrator.run.RunState.Event.RETRY;
import static dev.hypersweep.orchestrator.run.RunState.Event.RETRY_HELD;
import static dev.hypersweep.orchestrator.run.RunState.Event.REUSE;
import static dev.hypersweep.orchestrator.run.RunState.Event.SUCCEED;

import java.util.Map;
import java.util.Optional;

/** Where a run stands. What is not in {@link #TABLE} cannot happen. */
public enum RunState {
  /** In the queue. */
  WAITING,
  /** Not in the queue: its sweep is paused. */
  HELD,
  /** A worker has it. */
  LEASED,
  /** Rests at a rung: it goes on from its checkpoint if its trial is promoted. */
  PAUSED,
  /** Has a result, or another run's. */
  SUCCEEDED,
  /** Ended early because its trial was hopeless; has a result if it had begun. */
  PRUNED,
  /** Has no result and will not get one. */
  FAILED,
  /** Nobody wants its result any more. */
  CANCELLED;

  /** What happens to a run. */
  public enum Event {
    /** A worker got a lease on it. */
    CLAIM,
    /** The same run was computed before. */
    REUSE,
    /** Its sweep was paused. */
    HOLD,
    /** Its sweep goes on. */
    RELEASE,
    /** Its attempt came to its end. */
    SUCCEED,
    /** Its attempt ended early, as it was told. */
    PRUNE,
    /** Its attempt reached the rung that it was trained to. */
    PAUSE,
    /** Its trial goes on to the next rung. */
    PROMOTE,
    /** As PROMOTE, while its sweep is paused. */
    PROMOTE_HELD,
    /** Its attempt failed, and it is tried again. */
    RETRY,
    /** As RETRY, while its sweep is paused. */
    RETRY_HELD,
    /** Its attempt failed, and it is not tried again. */
    FAIL,
    /** Its trial was found hopeless before it began or went on. */
    LOSE,
    /** The budget of its sweep is spent. */
    EXHAUST,
    /** Its sweep or its audit was cancelled. */
    CANCEL
  }

  private static final Map<RunState, Map<Event, RunState>> TABLE =
      Map.of(
          WAITING,
              Map.of(
                  CLAIM, LEASED,
                  REUSE, SUCCEEDED,
                  HOLD, HELD,
                  LOSE, PRUNED,
                  EXHAUST, CANCELLED,
                  CANCEL, CANCELLED),
          HELD, Map.of(RELEASE, WAITING, LOSE, PRUNED, EXHAUST, CANCELLED, CANCEL, CANCELLED),
          LEASED,
              Map.of(
                  SUCCEED, SUCCEEDED,
                  PRUNE, PRUNED,
                  PAUSE, PAUSED,
                  RETRY, WAITING,
                  RETRY_HELD, HELD,
                  FAIL, FAILED,
                  CANCEL, CANCELLED),
          PAUSED, Map.of(PROMOTE, WAITING, PROMOTE_HELD, HELD, LOSE, PRUNED, CANCEL, CANCELLED),
          SUCCEEDED, Map.of(),
          PRUNED, Map.of(),
          FAILED, Map.of(),
          CANCELLED, Map.of());

  /** The next state, or empty if that cannot happen here. */
  public Optional<RunState> on(Event event) {
    return Optional.ofNullable(TABLE.get(this).get(event));
  }

  /** True if nothing can happen to the run any more. */
  public boolean isEnd() {
    return TABLE.get(this).isEmpty();
  }
}
