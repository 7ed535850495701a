package dev.hypersweep.sweeps.sampling.gp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.SpaceFile;
import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;

class ConditionalKernelTest {

  private static final int SIZE = 40;

  private final UnitCube cube =
      new UnitCube(
          SpaceFile.read(
                  """
                  parameters:
                    arm: {type: categorical, choices: [small, big]}
                    x: {type: float, low: 0, high: 1, when: {arm: [big]}}
                    c: {type: categorical, choices: [p, q, r], when: {arm: [small]}}
                  """)
              .space());

  @Test
  void pointsWithAndWithoutAParameterHaveAValidCovarianceWhateverItsWeight() {
    Draws draws = Draws.of(3, "conditional", 0);
    double[][] points = new double[SIZE][];
    for (int i = 0; i < SIZE; i++) {
      points[i] = cube.drawn(new double[] {draws.uniform(), draws.uniform(), draws.uniform()});
    }
    Data data = new Data(cube, points, new double[SIZE]);
    // The arm hardly counts, so that what exists in one arm only has to separate its points.
    double[] weights = {1e-3, 20, 5};
    DMatrixRMaj covariance = new DMatrixRMaj(SIZE, SIZE);
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        double distance = 0;
        for (int d = 0; d < weights.length; d++) {
          distance += weights[d] * data.squared(d, points[i][d], points[j][d]);
        }
        covariance.set(i, j, Matern.value(distance));
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(SIZE, false, true);
    eigen.decompose(covariance);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < SIZE; i++) {
      least = Math.min(least, eigen.getEigenvalue(i).getReal());
    }
    assertThat(least).isGreaterThan(-1e-9);
    assertThat(Arrays.stream(points).filter(point -> Double.isNaN(point[1])).count())
        .isBetween(1L, SIZE - 1L);
  }
}
