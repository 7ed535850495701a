package dev.hypersweep.sweeps.sampling.quasi;

import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.RandomSearch;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Space;
import java.util.Optional;
import java.util.SortedMap;

/** How a model's first points are chosen: quasi-random where that is possible, else random. */
public final class Beginning implements Sampler {

  private final Sampler sampler;

  /** Of a space and a seed. */
  public Beginning(Space space, long seed) {
    this.sampler =
        space.parameters().size() <= Sobol.MOST_DIMENSIONS
            ? new SobolSampler(space, seed)
            : new RandomSearch(space, seed);
  }

  @Override
  public Optional<SortedMap<String, Object>> next(History history) {
    return sampler.next(history);
  }
}
