package dev.hypersweep.orchestrator.run;

import java.util.List;

/** What the attempts of a run wrote. */
public record RunLogs(List<AttemptLog> attempts) {

  /**
   * The end of one attempt's log.
   *
   * @param truncated whether older lines were left out
   */
  public record AttemptLog(long attemptId, String text, boolean truncated) {}
}
