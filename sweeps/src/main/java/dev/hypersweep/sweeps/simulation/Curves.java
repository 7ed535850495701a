package dev.hypersweep.sweeps.simulation;

import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.sampling.Space;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** The learning curves of a sweep's runs. */
public interface Curves {

  /** What a sampler may choose from. */
  Space space();

  /** Places of each trial's runs; one if trials have a single run. */
  List<Place> places();

  /** Step at which whole runs end. */
  long steps();

  /** The curve of each place of a trial. */
  List<Curve> of(SortedMap<String, Object> point);

  /** Lowest loss that any point has at its end, where that is known. */
  OptionalDouble optimum();
}
