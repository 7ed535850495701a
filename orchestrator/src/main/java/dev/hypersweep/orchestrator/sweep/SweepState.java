package dev.hypersweep.orchestrator.sweep;

import static dev.hypersweep.orchestrator.sweep.SweepState.Event.CANCEL;
import static dev.hypersweep.orchestrator.sweep.SweepState.Event.FAIL;
import static dev.hypersweep.orchestrator.sweep.SweepState.Event.FINISH;
import static dev.hypersweep.orchestrator.sweep.SweepState.Event.PAUSE;
import static dev.hypersweep.orchestrator.sweep.SweepState.Event.RESUME_STARTED;
import static dev.hypersweep.orchestrator.sweep.SweepState.Event.RESUME_UNSTARTED;
import static dev.hypersweep.orchestrator.sweep.SweepState.Event.START;

import java.util.Map;
import java.util.Optional;

/** Where a sweep stands. What is not in {@link #TABLE} cannot happen. */
public enum SweepState {
  /** None of its runs was claimed yet. */
  WAITING,
  /** Some run was claimed, and some has not ended. */
  RUNNING,
  /** Its waiting runs are held; leased ones go on to their end. */
  PAUSED,
  /** All of its runs ended, and at least one has a result. */
  FINISHED,
  /** All of its runs ended, and none has a result. */
  FAILED,
  /** Cancelled before all had ended. */
  CANCELLED;

  /** What happens to a sweep. */
  public enum Event {
    /** Its first run was claimed, or answered by an earlier result. */
    START,
    /** A person paused it. */
    PAUSE,
    /** A person let it go on; some run had been claimed before. */
    RESUME_STARTED,
    /** A person let it go on; no run had been claimed before. */
    RESUME_UNSTARTED,
    /** Its last run ended; some result is there. */
    FINISH,
    /** Its last run ended; no result is there. */
    FAIL,
    /** A person cancelled it. */
    CANCEL
  }

  private static final Map<SweepState, Map<Event, SweepState>> TABLE =
      Map.of(
          WAITING,
              Map.of(
                  START, RUNNING,
                  PAUSE, PAUSED,
                  // Its budget's time may have come before any run was claimed.
                  FAIL, FAILED,
                  CANCEL, CANCELLED),
          RUNNING, Map.of(PAUSE, PAUSED, FINISH, FINISHED, FAIL, FAILED, CANCEL, CANCELLED),
          PAUSED,
              Map.of(
                  RESUME_STARTED, RUNNING,
                  RESUME_UNSTARTED, WAITING,
                  // The runs that were leased when it was paused may have been its last.
                  FINISH, FINISHED,
                  FAIL, FAILED,
                  CANCEL, CANCELLED),
          FINISHED, Map.of(),
          FAILED, Map.of(),
          CANCELLED, Map.of());

  /** The next state, or empty if that cannot happen here. */
  public Optional<SweepState> on(Event event) {
    return Optional.ofNullable(TABLE.get(this).get(event));
  }

  /** True if nothing can happen to the sweep any more. */
  public boolean isEnd() {
    return TABLE.get(this).isEmpty();
  }
}
