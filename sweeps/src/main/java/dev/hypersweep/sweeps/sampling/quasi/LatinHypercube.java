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
 * Latin hypercubes (McKay, Beckman and Conover 1979), one after the other: in each, every parameter
 * has one point in each of as many slices as there are points.
 */
public final class LatinHypercube implements Sampler {

  /** Points of a hypercube if nobody says how many trials there will be. */
  public static final int STANDARD_SIZE = 32;

  private final UnitCube cube;
  private final long seed;
  private final int size;
  private final Proposals proposals;

  /**
   * Of a space and a seed.
   *
   * @param size points of a hypercube; best the number of trials
   */
  public LatinHypercube(Space space, long seed, int size) {
    this.cube = new UnitCube(space);
    this.seed = seed;
    this.size = size;
    this.proposals = new Proposals(cube, seed);
  }

  @Override
  public Optional<SortedMap<String, Object>> next(History history) {
    int round = history.size() / size;
    int slice = history.size() % size;
    double[] uniform = new double[cube.size()];
    for (int i = 0; i < uniform.length; i++) {
      Draws draws = Draws.of(seed, cube.space().name() + "/lhs/" + i, round);
      int[] order = draws.permutation(size);
      double inside = 0;
      for (int k = 0; k <= slice; k++) {
        inside = draws.uniform();
      }
      uniform[i] = (order[slice] + inside) / size;
    }
    return proposals.first(List.of(cube.drawn(uniform)), history);
  }
}
