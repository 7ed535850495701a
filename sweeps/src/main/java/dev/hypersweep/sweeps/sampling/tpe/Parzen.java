package dev.hypersweep.sweeps.sampling.tpe;

import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.cube.Dimension;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * A density over a unit cube: a mixture of one product kernel per observation, and of a broad one
 * (the prior). Kernels are normal, truncated to the cube, for numbers, integrated over the cell
 * where values are few; for choices they prefer the observed one. Where an observation has no value
 * the kernel is the prior's, which makes the density one over conditional spaces. Widths follow the
 * spread of the observations by the rule of Scott (1992), so that the search narrows as it goes on.
 */
final class Parzen {

  private static final double ROOT_TWO = Math.sqrt(2);
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
  private static final int MOST_TABLED = 64;

  /** Width of a kernel of a single observation: a part of it is fixed, one follows the spread. */
  private static final double LEAST_SPREAD = 0.04;

  private static final double SPREAD = 0.2;
  private static final double LEAST_WIDTH = 0.01;

  private final UnitCube cube;

  /** Observations; null is the prior. */
  private final double[][] centres;

  private final double[] weights;
  private final double total;
  private final double[] width;

  /** [dimension][kernel]: logarithm of the kernel's normalisation. */
  private final double[][] scale;

  /** [dimension][level x centre]: logarithm of a cell's mass; NaN where not computed yet. */
  private final double[][] tables;

  private final double logHit;
  private final double share;

  /**
   * The mixture.
   *
   * @param observations coordinates, NaN where there is none
   * @param weights of the observations; the prior's is 1
   */
  Parzen(UnitCube cube, List<double[]> observations, double[] weights) {
    this.cube = cube;
    int kernels = observations.size() + 1;
    this.centres = observations.toArray(new double[kernels][]);
    this.weights = Arrays.copyOf(weights, kernels);
    this.weights[kernels - 1] = 1;
    this.total = Arrays.stream(this.weights).sum();
    this.share = 0.5 / kernels;
    this.logHit = Math.log1p(share);
    int size = cube.size();
    this.width = new double[size];
    this.scale = new double[size][];
    this.tables = new double[size][];
    double rate = Math.pow(Math.max(1, kernels - 1), -1 / (dimensions(observations) + 4));
    for (int j = 0; j < size; j++) {
      Dimension dimension = cube.dimension(j);
      if (dimension.isChoice()) {
        continue;
      }
      width[j] = (LEAST_SPREAD + SPREAD * deviation(j, observations)) * rate;
      if (dimension.isStepped()) {
        width[j] = Math.max(width[j], 1.0 / dimension.levels());
      }
      width[j] = Math.min(1, Math.max(LEAST_WIDTH, width[j]));
      if (isTabled(dimension)) {
        tables[j] = new double[dimension.levels() * dimension.levels()];
        Arrays.fill(tables[j], Double.NaN);
      }
      scale[j] = new double[kernels];
      for (int k = 0; k < kernels; k++) {
        if (centres[k] != null && !Double.isNaN(centres[k][j])) {
          double mass = mass(centres[k][j], width[j], 0, 1);
          scale[j][k] = Math.log(mass) + (tables[j] == null ? Math.log(width[j] * ROOT_TWO_PI) : 0);
        }
      }
    }
  }

  /** How many parameters exist in a point on average. */
  private double dimensions(List<double[]> observations) {
    long present = 0;
    for (double[] one : observations) {
      for (double coordinate : one) {
        present += Double.isNaN(coordinate) ? 0 : 1;
      }
    }
    return observations.isEmpty() ? cube.size() : (double) present / observations.size();
  }

  /**
   * Standard deviation of a coordinate; one observation more, spread evenly, stands for the prior.
   */
  private static double deviation(int j, List<double[]> observations) {
    double count = 1;
    double sum = 0.5;
    double squares = 1 / 3.0;
    for (double[] one : observations) {
      if (!Double.isNaN(one[j])) {
        count++;
        sum += one[j];
        squares += one[j] * one[j];
      }
    }
    double mean = sum / count;
    return Math.sqrt(Math.max(0, squares / count - mean * mean));
  }

  private static boolean isTabled(Dimension dimension) {
    return dimension.isStepped() && dimension.levels() <= MOST_TABLED;
  }

  private static double mass(double centre, double width, double from, double to) {
    double scale = 1 / (width * ROOT_TWO);
    return 0.5 * (Erfc.value((from - centre) * scale) - Erfc.value((to - centre) * scale));
  }

  /** A point drawn from the density. */
  double[] draw(Draws draws) {
    double[] centre = centres[draws.weighted(weights, total)];
    double[] point = new double[cube.size()];
    for (int j = 0; j < point.length; j++) {
      if (!cube.isActive(j, point)) {
        point[j] = Double.NaN;
        continue;
      }
      Dimension dimension = cube.dimension(j);
      double middle = centre == null ? Double.NaN : centre[j];
      if (dimension.isChoice()) {
        // With weight 1 the observed choice, with the share of a kernel any.
        boolean any = draws.uniform() * (1 + share * dimension.levels()) >= 1;
        point[j] = any || Double.isNaN(middle) ? draws.below(dimension.levels()) : middle;
      } else {
        point[j] = dimension.snapped(inside(middle, width[j], draws));
      }
    }
    return point;
  }

  private static double inside(double centre, double width, Draws draws) {
    boolean prior = Double.isNaN(centre);
    while (true) {
      double value = prior ? 0.5 + draws.normal() : centre + width * draws.normal();
      if (value >= 0 && value <= 1) {
        return value;
      }
    }
  }

  /** Logarithm of the density at a settled point. */
  double log(double[] point) {
    double[] terms = new double[centres.length];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < terms.length; k++) {
      terms[k] = Math.log(weights[k]);
    }
    for (int j = 0; j < point.length; j++) {
      if (!Double.isNaN(point[j])) {
        add(j, point[j], terms);
      }
    }
    for (double term : terms) {
      greatest = Math.max(greatest, term);
    }
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - greatest);
    }
    return greatest + Math.log(sum / total);
  }

  /** Adds the logarithms of one dimension's factors. */
  private void add(int j, double x, double[] terms) {
    Dimension dimension = cube.dimension(j);
    if (dimension.isChoice()) {
      int levels = dimension.levels();
      double norm = Math.log1p(share * levels);
      double hit = logHit - norm;
      double miss = Math.log(share) - norm;
      double even = -Math.log(levels);
      for (int k = 0; k < terms.length; k++) {
        double[] centre = centres[k];
        boolean none = centre == null || Double.isNaN(centre[j]);
        terms[k] += none ? even : centre[j] == x ? hit : miss;
      }
      return;
    }
    boolean tabled = tables[j] != null;
    int level = tabled ? dimension.level(x) : 0;
    double[] table = tables[j];
    double prior =
        tabled
            ? Math.log(
                mass(0.5, 1, dimension.edge(level), dimension.edge(level + 1)) / mass(0.5, 1, 0, 1))
            : -0.5 * (x - 0.5) * (x - 0.5) - Math.log(ROOT_TWO_PI * mass(0.5, 1, 0, 1));
    double half = -0.5 / (width[j] * width[j]);
    for (int k = 0; k < terms.length; k++) {
      double[] centre = centres[k];
      if (centre == null || Double.isNaN(centre[j])) {
        terms[k] += prior;
      } else if (tabled) {
        terms[k] += cell(j, level, dimension.level(centre[j]), table) - scale[j][k];
      } else {
        double distance = x - centre[j];
        terms[k] += half * distance * distance - scale[j][k];
      }
    }
  }

  private double cell(int j, int level, int centre, double[] table) {
    Dimension dimension = cube.dimension(j);
    int at = level * dimension.levels() + centre;
    if (Double.isNaN(table[at])) {
      double mass =
          mass(dimension.at(centre), width[j], dimension.edge(level), dimension.edge(level + 1));
      table[at] = Math.log(Math.max(mass, Double.MIN_NORMAL));
    }
    return table[at];
  }
}
