package dev.hypersweep.agent.trainer;

import dev.hypersweep.protocol.FailureClass;

/**
 * How a trainer process ended.
 *
 * @param status exit status; 128 + n after signal n
 * @param lastLines newest lines of its standard error
 * @param wordsOfMemory its standard error spoke of memory running out
 * @param oomKilled the system killed for want of memory while it ran
 */
public record Ending(int status, String lastLines, boolean wordsOfMemory, boolean oomKilled) {

  private static final int KILLED = 128 + 9;

  /** The class of an end that came without {@code finished} or {@code failed}. */
  public FailureClass failureClass() {
    if (wordsOfMemory || status == KILLED && oomKilled) {
      return FailureClass.OOM;
    }
    return status > 128 ? FailureClass.NODE_LOST : FailureClass.CODE;
  }

  /** The same for people. */
  public String message() {
    String how =
        status > 128
            ? "was killed by signal " + (status - 128) + " (exit status " + status + ")"
            : "ended with exit status " + status;
    String said = lastLines.isBlank() ? "It wrote no log." : "Its last lines:\n" + lastLines;
    return "The trainer process " + how + " without result or failure. " + said;
  }
}
