package dev.hypersweep.sweeps.sampling.learning;

import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Space;
import dev.hypersweep.sweeps.sampling.cube.Coordinates;
import dev.hypersweep.sweeps.sampling.cube.Proposals;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import dev.hypersweep.sweeps.sampling.quasi.Beginning;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a sampler that learns stands on: the space and its trials as coordinates, points to begin
 * with, random numbers, and the way from a proposal to a point that may be asked.
 */
public final class Basis {

  private final UnitCube cube;
  private final long seed;
  private final Sampler beginning;
  private final Proposals proposals;
  private final Coordinates coordinates;

  /** Of a space and a seed. */
  public Basis(Space space, long seed) {
    this.cube = new UnitCube(space);
    this.seed = seed;
    this.beginning = new Beginning(space, seed);
    this.proposals = new Proposals(cube, seed);
    this.coordinates = new Coordinates(cube);
  }

  /** The space as coordinates. */
  public UnitCube cube() {
    return cube;
  }

  /** Of the sweep. */
  public long seed() {
    return seed;
  }

  /** Makes points of a model's proposals. */
  public Proposals proposals() {
    return proposals;
  }

  /** A point for a model that knows too little; empty if the space is used up. */
  public Optional<SortedMap<String, Object>> begin(History history) {
    return beginning.next(history);
  }

  /** Coordinates of {@link History#all}, in its order. */
  public List<double[]> points(History history) {
    return coordinates.of(history);
  }

  /**
   * Random numbers for the next trial.
   *
   * @param model name of the sampler, whose numbers are no other's
   */
  public Draws draws(String model, History history) {
    return Draws.of(seed, cube.space().name() + "/" + model, history.size());
  }
}
