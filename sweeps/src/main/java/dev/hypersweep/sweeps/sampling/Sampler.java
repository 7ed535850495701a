package dev.hypersweep.sweeps.sampling;

import java.util.Optional;
import java.util.SortedMap;

/** Chooses the points of one search space, one after the other. */
public interface Sampler {

  /**
   * The next point: values of the parameters that exist in it, by the settings' kinds. Guarantees
   * that the space admits it, that it is none of the earlier ones, and that an equal space, seed
   * and history give an equal point.
   *
   * @param earlier the points of this space so far
   * @return empty if there is none left, or none could be found
   */
  Optional<SortedMap<String, Object>> next(History earlier);
}
