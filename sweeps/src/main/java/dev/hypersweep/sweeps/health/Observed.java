package dev.hypersweep.sweeps.health;

import dev.hypersweep.sweeps.matrix.Place;
import java.util.Map;
import java.util.SortedMap;

/**
 * A trial as health sees it.
 *
 * @param number of the trial
 * @param point its parameters
 * @param loss to be minimised; NaN if it has none
 * @param failure class of what ended it, or null
 * @param runs loss by dataset and seed of the runs that were measured
 */
public record Observed(
    int number,
    SortedMap<String, Object> point,
    double loss,
    String failure,
    Map<Place, Double> runs) {

  /** Whether it has an objective. */
  public boolean isMeasured() {
    return Double.isFinite(loss);
  }
}
