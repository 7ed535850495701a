package dev.hypersweep.sweeps.sampling.cmaes;

import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Space;
import dev.hypersweep.sweeps.sampling.cube.Dimension;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import dev.hypersweep.sweeps.sampling.learning.Basis;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Covariance matrix adaptation evolution strategy (Hansen and Ostermeier 2001) in the unit cube,
 * from its middle with a sixth of its width. Every so many ended trials, in their order, are a
 * generation, whichever distribution drew them; failed ones are its last. When the distribution has
 * become too narrow it starts again elsewhere with twice the population (Auger and Hansen 2005).
 *
 * <p>Few ordered values are drawn with a deviation of a third of a cell at least, so that the
 * search does not freeze on one (Hamano et al. 2022). Choices are drawn by their share among the
 * best.
 */
public final class CmaEs implements Sampler {

  private static final int MOST_REDRAWN = 100;
  private static final int MOST_ATTEMPTS = 20;

  private final Basis basis;
  private final UnitCube cube;
  private final int after;
  private final int[] numeric;
  private Evolution settled;
  private History of;

  /** Of a space and a seed. */
  public CmaEs(Space space, long seed) {
    this(space, seed, 0);
  }

  /**
   * One that comes late: it begins at the best of the first trials, as wide as the best of them lie
   * apart.
   *
   * @param after so many trials; all of them must have ended before the first point is asked for
   */
  public CmaEs(Space space, long seed, int after) {
    this.after = after;
    this.basis = new Basis(space, seed);
    this.cube = basis.cube();
    this.numeric =
        IntStream.range(0, cube.size()).filter(j -> !cube.dimension(j).isChoice()).toArray();
  }

  @Override
  public Optional<SortedMap<String, Object>> next(History history) {
    if (history != of) {
      of = history;
      settled = new Evolution(cube, numeric, basis.seed());
      settled.start(history, basis.points(history), after);
    }
    List<double[]> points = basis.points(history);
    settled.learn(history, points, history.settled());
    Evolution now = settled;
    if (history.settled() < history.all().size()) {
      now = settled.copy();
      now.learn(history, points, history.all().size());
    }
    Evolution evolution = now;
    Draws draws = basis.draws("cmaes", history);
    return basis.proposals().drawn(() -> draw(evolution, draws), MOST_ATTEMPTS, history);
  }

  private double[] draw(Evolution evolution, Draws draws) {
    double[] point = new double[cube.size()];
    if (numeric.length > 0) {
      double[] drawn = evolution.draw(draws);
      for (int i = 0; i < MOST_REDRAWN && !isInside(drawn); i++) {
        drawn = evolution.draw(draws);
      }
      for (int i = 0; i < numeric.length; i++) {
        point[numeric[i]] = Math.min(1, Math.max(0, drawn[i]));
      }
    }
    for (int j = 0; j < point.length; j++) {
      Dimension dimension = cube.dimension(j);
      if (dimension.isChoice()) {
        double[] weights = evolution.shares(j);
        point[j] = draws.weighted(weights, Arrays.stream(weights).sum());
      }
    }
    return point;
  }

  private static boolean isInside(double[] point) {
    for (double one : point) {
      if (!(one >= 0 && one <= 1)) {
        return false;
      }
    }
    return true;
  }
}
