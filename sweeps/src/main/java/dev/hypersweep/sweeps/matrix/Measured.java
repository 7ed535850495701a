package dev.hypersweep.sweeps.matrix;

import java.util.Map;
import java.util.Set;

/**
 * What is known of a trial's runs. A place that is in neither is missing: it was not run, or not
 * yet.
 *
 * @param values metric by place, as measured; one that is not a number counts as failed
 * @param failed places whose runs have failed for good
 */
public record Measured(Map<Place, Double> values, Set<Place> failed) {

  public Measured {
    values = Map.copyOf(values);
    failed = Set.copyOf(failed);
  }

  /** A trial whose runs are all there. */
  public static Measured of(Map<Place, Double> values) {
    return new Measured(values, Set.of());
  }

  /** The value at a place; NaN if there is none. */
  double at(Place place) {
    double value = values.getOrDefault(place, Double.NaN);
    return failed.contains(place) ? Double.NaN : value;
  }

  boolean hasFailed(Place place) {
    return failed.contains(place) || values.containsKey(place) && Double.isNaN(values.get(place));
  }
}
