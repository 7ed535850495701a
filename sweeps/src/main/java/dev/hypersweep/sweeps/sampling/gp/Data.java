package dev.hypersweep.sweeps.sampling.gp;

import dev.hypersweep.sweeps.sampling.cube.UnitCube;

/** What a Gaussian process is fitted to. */
final class Data {

  private static final double MIDDLE = 0.5;

  private final UnitCube cube;
  private final double[][] points;
  private final double[] targets;
  private final boolean[] choices;

  /** Squared distance of a choice from the centre of all of them, which are 1 apart. */
  private final double[] middle;

  /**
   * @param points [n][d] coordinates, NaN where a parameter does not exist
   * @param targets [n] of mean 0 and variance 1
   */
  Data(UnitCube cube, double[][] points, double[] targets) {
    this.cube = cube;
    this.points = points;
    this.targets = targets;
    this.choices = new boolean[cube.size()];
    this.middle = new double[cube.size()];
    for (int j = 0; j < choices.length; j++) {
      choices[j] = cube.dimension(j).isChoice();
      int levels = cube.dimension(j).levels();
      middle[j] = choices[j] ? (levels - 1) / (2.0 * levels) : 0;
    }
  }

  UnitCube cube() {
    return cube;
  }

  double[][] points() {
    return points;
  }

  double[] targets() {
    return targets;
  }

  int size() {
    return points.length;
  }

  /**
   * Squared distance in one dimension: 1 between different choices. A parameter that does not exist
   * stands in the middle: of its range, or of its choices, equally far from each. So the distances
   * are those of points in a Euclidean space, and the kernel is valid in conditional spaces, too.
   */
  double squared(int dimension, double a, double b) {
    if (choices[dimension]) {
      boolean oneAbsent = Double.isNaN(a) != Double.isNaN(b);
      return oneAbsent ? middle[dimension] : a == b || Double.isNaN(a) ? 0 : 1;
    }
    double difference = difference(a, b);
    return difference * difference;
  }

  /** Difference of two numbers, each of which may be absent. */
  static double difference(double a, double b) {
    return (Double.isNaN(a) ? MIDDLE : a) - (Double.isNaN(b) ? MIDDLE : b);
  }
}
