package dev.hypersweep.sweeps.sampling.quasi;

import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Space;
import dev.hypersweep.sweeps.sampling.cube.Proposals;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A scrambled Sobol sequence: the point of a trial is that of its number. One that may not be asked
 * is replaced by a random one, so that the others keep their places.
 */
public final class SobolSampler implements Sampler {

  private final UnitCube cube;
  private final Sobol sobol;
  private final Proposals proposals;

  /**
   * Of a space and a seed.
   *
   * @throws IllegalArgumentException if there are more than {@link Sobol#MOST_DIMENSIONS}
   *     parameters
   */
  public SobolSampler(Space space, long seed) {
    this.cube = new UnitCube(space);
    this.sobol = new Sobol(cube.size(), Draws.of(seed, space.name() + "/sobol", 0));
    this.proposals = new Proposals(cube, seed);
  }

  @Override
  public Optional<SortedMap<String, Object>> next(History history) {
    return proposals.first(List.of(cube.drawn(sobol.point(history.size()))), history);
  }
}
