package dev.hypersweep.sweeps.sampling.gp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.SpaceFile;
import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.cube.UnitCube;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GradientsTest {

  private final UnitCube cube =
      new UnitCube(
          SpaceFile.read(
                  """
                  parameters:
                    x: {type: float, low: 0, high: 1}
                    y: {type: float, low: 0, high: 1}
                    z: {type: categorical, choices: [a, b, c]}
                  """)
              .space());

  private Data data(int size) {
    Draws draws = Draws.of(1, "gradients", 0);
    double[][] points = new double[size][];
    double[] losses = new double[size];
    for (int i = 0; i < size; i++) {
      points[i] = new double[] {draws.uniform(), draws.uniform(), draws.below(3)};
      losses[i] = Math.sin(5 * points[i][0]) + points[i][1] * points[i][1] + points[i][2] / 3;
    }
    return new Data(cube, points, Targets.of(losses, 0.75));
  }

  @Test
  void theLikelihoodsGradientIsThatOfItsDifferences() {
    MarginalLikelihood likelihood = new MarginalLikelihood(data(15));
    assertGradient(likelihood, new double[] {1.2, 0.3, -0.5, 0.4, -4}, 5);
  }

  @Test
  void theImprovementsGradientIsThatOfItsDifferencesNearAndFarFromImproving() {
    Data data = data(15);
    Hyperparameters parameters = new Hyperparameters(new double[] {1.2, 0.3, -0.5, 0.4, -4});
    double[][] running = {{0.2, 0.9, 1}};
    Posterior posterior = new Posterior(data, running, parameters);
    for (double best : new double[] {3, 0, -1.5, -6, -60}) {
      assertGradient(new ExpectedImprovement(posterior, best), new double[] {0.43, 0.61, 2}, 2);
    }
  }

  @Test
  void aRunningPointNarrowsTheProcessAndDoesNotMoveIt() {
    Data data = data(15);
    Hyperparameters parameters = Hyperparameters.usual(3);
    double[] at = {0.5, 0.5, 0};
    Posterior without = new Posterior(data, new double[0][], parameters);
    Posterior with = new Posterior(data, new double[][] {at}, parameters);
    without.ask(at);
    with.ask(at);
    assertThat(with.mean()).isCloseTo(without.mean(), Offset.offset(1e-6));
    assertThat(with.deviation()).isLessThan(without.deviation());
  }

  private static void assertGradient(Lbfgs.Smooth function, double[] at, int coordinates) {
    double[] gradient = new double[at.length];
    function.at(at, gradient);
    for (int j = 0; j < coordinates; j++) {
      double step = 1e-5;
      double[] up = at.clone();
      double[] down = at.clone();
      up[j] += step;
      down[j] -= step;
      double difference =
          (function.at(up, new double[at.length]) - function.at(down, new double[at.length]))
              / (2 * step);
      assertThat(gradient[j])
          .as("coordinate " + j)
          .isCloseTo(difference, Offset.offset(1e-4 * (1 + Math.abs(difference))));
    }
  }
}
