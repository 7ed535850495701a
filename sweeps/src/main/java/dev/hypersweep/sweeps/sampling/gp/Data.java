package dev.hypersweep.sweeps.sampling.gp;

import dev.hypersweep.sweeps.sampling.cube.UnitCube;

/** What a Gaussian process is fitted to. */
final class Data {

  private final UnitCube cube;
  private final double[][] points;
  private final double[] targets;
  private final boolean[] choices;

  /**
   * @param points [n][d] coordinates, NaN where a parameter does not exist
   * @param targets [n] of mean 0 and variance 1
   */
  Data(UnitCube cube, double[][] points, double[] targets) {
    this.cube = cube;
    this.points = points;
    this.targets = targets;
    this.choices = new boolean[cube.size()];
    for (int j = 0; j < choices.length; j++) {
      choices[j] = cube.dimension(j).isChoice();
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
   * Squared distance in one dimension: 1 between different choices. Where a parameter is missing
   * from one of both, the parameter that decides about it differs already, so that it adds nothing.
   */
  double squared(int dimension, double a, double b) {
    double difference = a - b;
    if (choices[dimension]) {
      return difference == 0 || Double.isNaN(difference) ? 0 : 1;
    }
    return Double.isNaN(difference) ? 0 : difference * difference;
  }
}
