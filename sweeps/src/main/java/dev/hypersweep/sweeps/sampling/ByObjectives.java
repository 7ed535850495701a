package dev.hypersweep.sweeps.sampling;

import java.util.Optional;
import java.util.SortedMap;

/**
 * A sampler of one objective that leaves several to another one.
 *
 * @param one asked while trials have one objective
 * @param several asked when they have more
 */
record ByObjectives(Sampler one, Sampler several) implements Sampler {

  @Override
  public Optional<SortedMap<String, Object>> next(History history) {
    return (history.objectives() > 1 ? several : one).next(history);
  }
}
