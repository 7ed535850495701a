package dev.hypersweep.sweeps.sampling.gp;

import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.cube.Dimension;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the points of greatest expected improvement: among random ones and neighbours of the best
 * trials, then uphill from the best of these, by the gradient in numbers and one by one in choices.
 */
final class Maximisation {

  private static final int RANDOM = 300;
  private static final int NEIGHBOURS = 200;
  private static final int STARTS = 4;
  private static final int ITERATIONS = 20;
  private static final int MOST_MOVES = 16;

  private final UnitCube cube;
  private final ExpectedImprovement improvement;
  private final Draws draws;
  private final Predicate<double[]> allowed;

  /**
   * @param allowed whether a settled point may be asked
   */
  Maximisation(
      UnitCube cube, ExpectedImprovement improvement, Draws draws, Predicate<double[]> allowed) {
    this.cube = cube;
    this.improvement = improvement;
    this.draws = draws;
    this.allowed = allowed;
  }

  private record Scored(double[] point, double score) {}

  /** Points by their improvement, best first; the best of all points if these are given. */
  List<double[]> best(List<double[]> trials, double[] lengths, List<double[]> finite) {
    List<Scored> pool = new ArrayList<>();
    if (finite != null) {
      finite.forEach(one -> pool.add(scored(one)));
      return sorted(pool);
    }
    for (int i = 0; i < RANDOM; i++) {
      double[] uniform = new double[cube.size()];
      Arrays.setAll(uniform, j -> draws.uniform());
      consider(cube.drawn(uniform), pool);
    }
    for (int i = 0; i < NEIGHBOURS && !trials.isEmpty(); i++) {
      consider(neighbour(trials.get(i % trials.size()), lengths), pool);
    }
    pool.sort(Comparator.comparingDouble(one -> -one.score()));
    List<Scored> refined = new ArrayList<>();
    for (Scored start : pool.subList(0, Math.min(STARTS, pool.size()))) {
      refined.add(refined(start));
    }
    refined.addAll(pool.subList(0, Math.min(50, pool.size())));
    return sorted(refined);
  }

  private static List<double[]> sorted(List<Scored> pool) {
    pool.sort(Comparator.comparingDouble(one -> -one.score()));
    return pool.stream().map(Scored::point).toList();
  }

  private Scored scored(double[] point) {
    return new Scored(point, improvement.log(point));
  }

  private void consider(double[] point, List<Scored> pool) {
    if (allowed.test(point)) {
      pool.add(scored(point));
    }
  }

  /** A trial with some coordinates moved by a part of their length scale. */
  private double[] neighbour(double[] trial, double[] lengths) {
    double[] point = trial.clone();
    double share = Math.min(1, 3.0 / point.length);
    double reach = StrictMath.pow(10, -2 * draws.uniform());
    boolean moved = false;
    while (!moved) {
      for (int j = 0; j < point.length; j++) {
        if (draws.uniform() < share) {
          moved = true;
          move(j, point, reach * Math.min(1, lengths[j]));
        }
      }
    }
    return cube.settle(point);
  }

  private void move(int j, double[] point, double reach) {
    Dimension dimension = cube.dimension(j);
    if (Double.isNaN(point[j]) || dimension.isChoice()) {
      point[j] = dimension.drawn(draws.uniform());
      return;
    }
    double cell = dimension.isStepped() ? 1.0 / dimension.levels() : 0;
    point[j] = Math.min(1, Math.max(0, point[j] + Math.max(reach, cell) * draws.normal()));
  }

  private Scored refined(Scored start) {
    Scored best = start;
    for (int round = 0; round < 2; round++) {
      Scored before = best;
      best = uphill(best);
      best = moved(best);
      if (best.score() <= before.score() + 1e-6) {
        break;
      }
    }
    return best;
  }

  /** By the gradient in the numeric coordinates. */
  private Scored uphill(Scored start) {
    double[] low = new double[cube.size()];
    double[] high = new double[cube.size()];
    boolean any = false;
    for (int j = 0; j < low.length; j++) {
      boolean numeric = !cube.dimension(j).isChoice() && !Double.isNaN(start.point()[j]);
      low[j] = numeric ? 0 : start.point()[j];
      high[j] = numeric ? 1 : start.point()[j];
      any |= numeric;
    }
    if (!any) {
      return start;
    }
    double[] found = new Lbfgs(improvement, low, high, ITERATIONS).minimum(start.point());
    double[] settled = cube.settle(found);
    if (!allowed.test(settled)) {
      return start;
    }
    Scored end = scored(settled);
    return end.score() > start.score() ? end : start;
  }

  /** By trying other values of what has few, one parameter after the other. */
  private Scored moved(Scored start) {
    Scored best = start;
    for (int j = 0; j < cube.size(); j++) {
      Dimension dimension = cube.dimension(j);
      if (dimension.levels() == 0 || Double.isNaN(best.point()[j])) {
        continue;
      }
      int levels = dimension.levels();
      int here = dimension.level(best.point()[j]);
      int first = levels <= MOST_MOVES ? 0 : Math.max(0, here - 3);
      int last = levels <= MOST_MOVES ? levels : Math.min(levels, here + 4);
      double[] from = best.point();
      for (int level = first; level < last; level++) {
        double[] point = from.clone();
        point[j] = dimension.at(level);
        point = cube.settle(point);
        if (level != here && allowed.test(point)) {
          Scored one = scored(point);
          best = one.score() > best.score() ? one : best;
        }
      }
    }
    return best;
  }
}
