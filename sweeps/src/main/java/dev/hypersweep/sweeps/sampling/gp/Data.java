package dev.hypersweep.sweeps.sampling.gp;

import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import java.util.Arrays;

/**
 * What a Gaussian process is fitted to.
 *
 * @param points [n][d] coordinates, NaN where a parameter does not exist
 * @param targets [n] of mean 0 and variance 1
 */
record Data(UnitCube cube, double[][] points, double[] targets) {

  int size() {
    return points.length;
  }

  Data first(int count) {
    return new Data(cube, Arrays.copyOf(points, count), Arrays.copyOf(targets, count));
  }

  /**
   * Squared distance in one dimension: 1 between different choices. Where a parameter is missing
   * from one of both, the parameter that decides about it differs already, so that it adds nothing.
   */
  double squared(int dimension, double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return 0;
    }
    if (cube.dimension(dimension).isChoice()) {
      return a == b ? 0 : 1;
    }
    return (a - b) * (a - b);
  }
}
