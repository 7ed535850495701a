package dev.hypersweep.cli.local;

/** The local processes cannot be started; the message says why and what would help. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** A reason in the words of people, one or several lines. */
  public CannotStart(String message) {
    super(message);
  }
}
