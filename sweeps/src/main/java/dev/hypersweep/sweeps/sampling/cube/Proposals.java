package dev.hypersweep.sweeps.sampling.cube;

import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.RandomSearch;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Takes the first point of a model's proposals that may be asked; a random one if none may. */
public final class Proposals {

  private final UnitCube cube;
  private final RandomSearch random;

  /** For models of a space. */
  public Proposals(UnitCube cube, long seed) {
    this.cube = cube;
    this.random = new RandomSearch(cube.space(), seed);
  }

  /** Whether the space admits the point and the history does not have it. */
  public boolean isFresh(double[] settled, History history) {
    SortedMap<String, Object> values = cube.decode(settled);
    return !history.contains(values) && cube.space().admits(values);
  }

  /**
   * The first fresh one, else a random one; empty if the space is used up.
   *
   * @param proposals coordinates, best first
   */
  public Optional<SortedMap<String, Object>> first(Iterable<double[]> proposals, History history) {
    for (double[] one : proposals) {
      SortedMap<String, Object> values = cube.decode(cube.settle(one.clone()));
      if (!history.contains(values) && cube.space().admits(values)) {
        return Optional.of(values);
      }
    }
    return random.next(history);
  }

  /** As {@link #first}, with proposals drawn one after the other. */
  public Optional<SortedMap<String, Object>> drawn(
      Supplier<double[]> proposal, int attempts, History history) {
    for (int i = 0; i < attempts; i++) {
      SortedMap<String, Object> values = cube.decode(cube.settle(proposal.get()));
      if (!history.contains(values) && cube.space().admits(values)) {
        return Optional.of(values);
      }
    }
    return random.next(history);
  }
}
