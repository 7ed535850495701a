package dev.hypersweep.orchestrator.start;

/** The orchestrator cannot start; the message is one line that says why and what to do. */
public final class StartFailure extends RuntimeException {

  /** A reason for people; no stack trace is shown. */
  public StartFailure(String message) {
    super(message);
  }
}
