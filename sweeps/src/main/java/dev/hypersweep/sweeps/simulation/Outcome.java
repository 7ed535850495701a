package dev.hypersweep.sweeps.simulation;

import java.util.List;
import java.util.SortedMap;

/**
 * What a simulated sweep cost and found.
 *
 * @param begun trials
 * @param completed trials that ran to their end
 * @param pruned trials that were ended early
 * @param failed trials whose result was not a number
 * @param reports that were told
 * @param workerSeconds spent by all workers
 * @param seconds from the first claim to the last end
 * @param best point of the completed trial with the lowest loss; null if none was completed
 * @param trace each new best, in time
 */
public record Outcome(
    int begun,
    int completed,
    int pruned,
    int failed,
    long reports,
    double workerSeconds,
    double seconds,
    SortedMap<String, Object> best,
    List<Found> trace) {

  /**
   * A new best.
   *
   * @param workerSeconds spent by then
   * @param seconds since the beginning
   * @param loss of the trial
   */
  public record Found(double workerSeconds, double seconds, double loss) {}

  /** The lowest loss found within so many worker-seconds; NaN if there is none yet. */
  public double bestAt(double workerSeconds) {
    double loss = Double.NaN;
    for (Found found : trace) {
      loss = found.workerSeconds() <= workerSeconds ? found.loss() : loss;
    }
    return loss;
  }

  /** Seconds until a loss as low as this was found; infinite if it never was. */
  public double secondsTo(double loss) {
    return trace.stream()
        .filter(found -> found.loss() <= loss)
        .mapToDouble(Found::seconds)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
