package dev.hypersweep.orchestrator.run;

import dev.hypersweep.protocol.FailureClass;
import java.util.Map;

/** How often a run is tried again, by why its attempts failed. */
public final class RetryBudget {

  private static final Map<FailureClass, Integer> RETRIES =
      Map.of(
          // It was asked to make room: that is nobody's fault.
          FailureClass.PREEMPTED, Integer.MAX_VALUE,
          FailureClass.NODE_LOST, 5,
          FailureClass.OOM, 1,
          FailureClass.TIMEOUT, 1,
          // The same again would end the same.
          FailureClass.NAN, 0,
          FailureClass.BAD_DATA, 0,
          FailureClass.CODE, 0);

  private RetryBudget() {}

  /**
   * True if a run with that many attempts failed in that way, the last included, is tried again.
   */
  public static boolean allows(FailureClass failure, long failures) {
    return failures <= RETRIES.get(failure);
  }
}
