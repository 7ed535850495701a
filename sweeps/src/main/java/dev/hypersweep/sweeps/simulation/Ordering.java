package dev.hypersweep.sweeps.simulation;

import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.matrix.RunHistory;
import dev.hypersweep.sweeps.matrix.RunOrder;
import java.util.List;

/** In which order the runs of a trial are made. */
@FunctionalInterface
public interface Ordering {

  /**
   * The order of a trial that begins now.
   *
   * @param known what earlier runs of the sweep have told of the datasets
   * @return each place of the sweep once
   */
  List<Place> of(int trial, RunHistory known);

  /** As a sweep does it: what is cheap and telling first. */
  static Ordering learned(List<Place> places) {
    List<Long> seeds = places.stream().map(Place::seed).distinct().toList();
    return (trial, known) ->
        RunOrder.places(known.order(), seeds).stream().filter(places::contains).toList();
  }
}
