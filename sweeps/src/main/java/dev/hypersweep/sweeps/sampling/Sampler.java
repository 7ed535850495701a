package dev.hypersweep.sweeps.sampling;

import java.util.Optional;
import java.util.SortedMap;

/**
 * Chooses the points of one search space, one after the other, learning from what became of the
 * earlier ones.
 *
 * <p>What is chosen depends on the space, the seed and the history alone: on the points in their
 * order and on what was told of which, not on when it was told, nor on what this object was asked
 * before. So a search can be replayed, and resumed from what was stored of it. A sampler may
 * remember what it computed of a history, as long as that changes no point.
 */
public interface Sampler {

  /**
   * The next point: values of the parameters that exist in it, in the form in which the space holds
   * them. Guarantees that the space admits it and that it is none of the earlier ones.
   *
   * @param history the trials of this space so far; some may be running, have failed or been pruned
   * @return empty if there is none left, or none could be found
   */
  Optional<SortedMap<String, Object>> next(History history);
}
