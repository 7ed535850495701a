package dev.hypersweep.sweeps.sampling.nsga;

import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Space;
import dev.hypersweep.sweeps.sampling.cube.Dimension;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import dev.hypersweep.sweeps.sampling.learning.Basis;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * NSGA-II (Deb et al. 2002) for several objectives, in its steady-state form (Durillo et al. 2009):
 * each trial is a child of two of the best trials so far, by simulated binary crossover and
 * polynomial mutation (Deb and Agrawal 1995).
 */
public final class Nsga2 implements Sampler {

  private static final int BEGINNING = 20;
  private static final int POPULATION = 50;
  private static final double CROSSOVER = 0.9;
  private static final double CROSSOVER_INDEX = 10;
  private static final double MUTATION_INDEX = 20;
  private static final int MOST_ATTEMPTS = 50;

  private final Basis basis;
  private final UnitCube cube;
  private Population settled;
  private History of;

  /** Of a space and a seed. */
  public Nsga2(Space space, long seed) {
    this.basis = new Basis(space, seed);
    this.cube = basis.cube();
  }

  @Override
  public Optional<SortedMap<String, Object>> next(History history) {
    if (history != of) {
      of = history;
      settled = new Population(POPULATION);
    }
    settled.join(history.all(), history.settled());
    Population population = settled;
    if (history.settled() < history.all().size()) {
      population = settled.copy();
      population.join(history.all(), history.all().size());
    }
    if (population.size() < BEGINNING || cube.size() == 0) {
      return basis.begin(history);
    }
    List<double[]> points = basis.points(history);
    Population parents = population;
    Draws draws = basis.draws("nsga2", history);
    return basis
        .proposals()
        .drawn(
            () ->
                child(points.get(parents.parent(draws)), points.get(parents.parent(draws)), draws),
            MOST_ATTEMPTS,
            history);
  }

  private double[] child(double[] one, double[] other, Draws draws) {
    double[] child = one.clone();
    boolean crosses = draws.uniform() < CROSSOVER;
    double rate = 1.0 / child.length;
    for (int j = 0; j < child.length; j++) {
      Dimension dimension = cube.dimension(j);
      boolean both = !Double.isNaN(one[j]) && !Double.isNaN(other[j]);
      boolean absent = Double.isNaN(one[j]);
      if (absent && !Double.isNaN(other[j])) {
        child[j] = other[j];
      } else if (absent || (dimension.isChoice() && draws.uniform() < rate)) {
        child[j] = dimension.drawn(draws.uniform());
      } else if (dimension.isChoice()) {
        child[j] = both && crosses && draws.uniform() < 0.5 ? other[j] : one[j];
      } else {
        double value = both && crosses ? crossed(one[j], other[j], draws) : one[j];
        child[j] = draws.uniform() < rate ? mutated(value, dimension, draws) : value;
      }
    }
    return child;
  }

  /** One of the two children of simulated binary crossover; of half of the coordinates none is. */
  private static double crossed(double one, double other, Draws draws) {
    if (draws.uniform() < 0.5) {
      return draws.uniform() < 0.5 ? one : other;
    }
    double u = draws.uniform();
    double power = 1 / (CROSSOVER_INDEX + 1);
    double spread =
        u <= 0.5 ? StrictMath.pow(2 * u, power) : StrictMath.pow(1 / (2 * (1 - u)), power);
    double side = draws.uniform() < 0.5 ? 1 : -1;
    double value = 0.5 * (one + other + side * spread * (one - other));
    return Math.min(1, Math.max(0, value));
  }

  private static double mutated(double value, Dimension dimension, Draws draws) {
    double u = draws.uniform();
    double power = 1 / (MUTATION_INDEX + 1);
    double step =
        u < 0.5
            ? value * (StrictMath.pow(2 * u, power) - 1)
            : (1 - value) * (1 - StrictMath.pow(2 * (1 - u), power));
    double cell = dimension.isStepped() ? 1.0 / dimension.levels() : 0;
    double far = Math.abs(step) < cell ? Math.copySign(cell, step) : step;
    return Math.min(1, Math.max(0, value + far));
  }
}
