package dev.hypersweep.sweeps.sampling.cmaes;

import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.Ranking;
import dev.hypersweep.sweeps.sampling.Trial;
import dev.hypersweep.sweeps.sampling.cube.Dimension;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a search has come: its distribution, and the trials of the generation that is filling.
 */
final class Evolution {

  private static final double FIRST_DEVIATION = 1.0 / 6;

  private static final double LEAST_DEVIATION = 1e-3;

  /** Least deviation of a coordinate of few values, in cells. */
  private static final double LEAST_CELLS = 0.35;

  /** How fast shares of choices follow a generation. */
  private static final double RATE = 0.2;

  private final UnitCube cube;
  private final int[] numeric;
  private final long seed;
  private final double[][] shares;
  private Distribution distribution;
  private List<Integer> filling = new ArrayList<>();
  private int seen;
  private int restarts;

  Evolution(UnitCube cube, int[] numeric, long seed) {
    this.cube = cube;
    this.numeric = numeric;
    this.seed = seed;
    this.shares = new double[cube.size()][];
    for (int j = 0; j < shares.length; j++) {
      if (cube.dimension(j).isChoice()) {
        int levels = cube.dimension(j).levels();
        shares[j] = new double[levels];
        Arrays.fill(shares[j], 1.0 / levels);
      }
    }
    double[] middle = new double[numeric.length];
    Arrays.fill(middle, 0.5);
    int lambda = 4 + (int) (3 * Math.log(Math.max(1, cube.size())));
    this.distribution = new Distribution(middle, FIRST_DEVIATION, lambda);
  }

  Evolution copy() {
    Evolution copy = new Evolution(cube, numeric, seed);
    for (int j = 0; j < shares.length; j++) {
      copy.shares[j] = shares[j] == null ? null : shares[j].clone();
    }
    copy.distribution = distribution.copy();
    copy.filling = new ArrayList<>(filling);
    copy.seen = seen;
    copy.restarts = restarts;
    return copy;
  }

  /**
   * Takes the best of the first trials for the middle, and how far apart they lie for the width.
   */
  void start(History history, List<double[]> points, int after) {
    if (after == 0 || numeric.length == 0) {
      return;
    }
    List<double[]> best =
        IntStream.range(0, after)
            .boxed()
            .sorted(Ranking.order(history.all()))
            .limit(distribution.lambda())
            .map(points::get)
            .toList();
    double[] mean = distribution.mean();
    double squares = 0;
    for (int i = 0; i < numeric.length; i++) {
      int j = numeric[i];
      mean[i] = Double.isNaN(best.get(0)[j]) ? mean[i] : best.get(0)[j];
      for (double[] point : best) {
        double distance = Double.isNaN(point[j]) ? 0 : point[j] - mean[i];
        squares += distance * distance;
      }
    }
    double apart = Math.sqrt(squares / (numeric.length * best.size()));
    double sigma = Math.min(FIRST_DEVIATION, Math.max(LEAST_DEVIATION, apart));
    distribution = new Distribution(mean, sigma, distribution.lambda());
    seen = after;
  }

  /** Learns from the ended trials before an index. */
  void learn(History history, List<double[]> points, int end) {
    for (; seen < end; seen++) {
      if (history.all().get(seen).isRunning()) {
        continue;
      }
      filling.add(seen);
      if (filling.size() == distribution.lambda()) {
        List<Trial> all = history.all();
        filling.sort(Ranking.order(all));
        generation(filling.stream().map(points::get).toList());
        filling.clear();
      }
    }
  }

  private void generation(List<double[]> best) {
    for (int j = 0; j < shares.length; j++) {
      if (shares[j] != null) {
        follow(shares[j], j, best.subList(0, (best.size() + 1) / 2));
      }
    }
    if (numeric.length == 0) {
      return;
    }
    double[] mean = distribution.mean();
    double[][] points = new double[best.size()][numeric.length];
    for (int k = 0; k < points.length; k++) {
      for (int i = 0; i < numeric.length; i++) {
        double value = best.get(k)[numeric[i]];
        points[k][i] = Double.isNaN(value) ? mean[i] : value;
      }
    }
    distribution.learn(points);
    if (distribution.isSpent()) {
      restarts++;
      Draws draws = Draws.of(seed, cube.space().name() + "/restart", restarts);
      double[] start = new double[numeric.length];
      Arrays.setAll(start, i -> draws.uniform());
      distribution = new Distribution(start, FIRST_DEVIATION, 2 * distribution.lambda());
    }
  }

  private static void follow(double[] share, int j, List<double[]> good) {
    double[] counts = new double[share.length];
    double total = 0;
    for (double[] point : good) {
      if (!Double.isNaN(point[j])) {
        counts[(int) point[j]]++;
        total++;
      }
    }
    if (total == 0) {
      return;
    }
    double least = 0.05 / share.length;
    for (int i = 0; i < share.length; i++) {
      share[i] = Math.max(least, (1 - RATE) * share[i] + RATE * counts[i] / total);
    }
  }

  /** Weights of the choices of a parameter. */
  double[] shares(int dimension) {
    return shares[dimension];
  }

  /** Numeric coordinates, in the order of their dimensions; they may lie outside of the cube. */
  double[] draw(Draws draws) {
    double[] point = distribution.draw(draws);
    double[] mean = distribution.mean();
    for (int i = 0; i < numeric.length; i++) {
      Dimension dimension = cube.dimension(numeric[i]);
      if (dimension.isStepped()) {
        double least = LEAST_CELLS / dimension.levels();
        double wider = Math.max(1, least / Math.max(1e-300, distribution.deviation(i)));
        point[i] = mean[i] + wider * (point[i] - mean[i]);
      }
    }
    return point;
  }
}
