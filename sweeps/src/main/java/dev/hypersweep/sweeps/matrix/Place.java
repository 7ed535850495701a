package dev.hypersweep.sweeps.matrix;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a run stands in its trial's matrix.
 *
 * @param dataset catalogue name
 * @param seed of the run
 */
public record Place(String dataset, long seed) {

  /**
   * All places of a sweep, dataset by dataset. The index in this list is the number of the cell
   * under which a race is told of it, whatever order the runs are made in.
   */
  public static List<Place> all(List<String> datasets, List<Long> seeds) {
    List<Place> places = new ArrayList<>();
    for (String dataset : datasets) {
      for (long seed : seeds) {
        places.add(new Place(dataset, seed));
      }
    }
    return List.copyOf(places);
  }
}
