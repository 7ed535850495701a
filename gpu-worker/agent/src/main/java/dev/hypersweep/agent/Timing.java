package dev.hypersweep.agent;

import java.time.Duration;

/**
 * How patient the agent is.
 *
 * @param linger how long points and lines wait for company before they are one request
 * @param backoffFirst first wait after a request that did not get through
 * @param backoffMost longest wait between two tries
 * @param idle wait before asking for work again after there was none
 * @param grace how long a trainer may take to obey CANCEL, or to end after its last event
 * @param stopWithin how long the whole agent may take to stop, trainer and spool included
 */
public record Timing(
    Duration linger,
    Duration backoffFirst,
    Duration backoffMost,
    Duration idle,
    Duration grace,
    Duration stopWithin) {

  /** What a worker uses; only the time to stop is a setting. */
  public static Timing standard(Duration stopWithin) {
    return new Timing(
        Duration.ofSeconds(1),
        Duration.ofMillis(200),
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        Duration.ofSeconds(15),
        stopWithin);
  }

  /** The part of {@link #stopWithin} that the trainer has to write its checkpoint. */
  public Duration trainerStopsWithin() {
    return stopWithin.multipliedBy(2).dividedBy(3);
  }

  /** The part of {@link #stopWithin} that is left to send what lies in the spool. */
  public Duration spoolDrainsWithin() {
    return stopWithin.dividedBy(4);
  }
}
