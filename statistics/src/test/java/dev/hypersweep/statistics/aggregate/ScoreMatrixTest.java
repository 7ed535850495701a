package dev.hypersweep.statistics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.statistics.Location;
import dev.hypersweep.statistics.Quantiles;
import dev.hypersweep.statistics.bootstrap.Bootstrap;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScoreMatrixTest {

  private static final ScoreMatrix MATRIX = new ScoreMatrix(new double[][] {{0, 2}, {1, 9}});

  @Test
  void aggregatesOfTwoRunsOnTwoTasks() {
    assertThat(MATRIX.mean()).isEqualTo(3);
    assertThat(MATRIX.median()).isEqualTo(3);
    assertThat(MATRIX.iqm()).isEqualTo(1.5);
    assertThat(MATRIX.optimalityGap(1)).isEqualTo(0.25);
    assertThat(MATRIX.runsAbove(1)).isEqualTo(0.5);
    assertThat(MATRIX.taskMeansAbove(1)).isEqualTo(0.5);
  }

  @Test
  void runsAreResampledWithinTheirTask() {
    Bootstrap bootstrap = StratifiedBootstrap.of(MATRIX, ScoreMatrix::mean, 500, 1);
    assertThat(Arrays.stream(bootstrap.replicates()).boxed())
        .contains(1.0, 5.0)
        .allMatch(mean -> mean >= 1 && mean <= 5);
    assertThat(StratifiedBootstrap.of(MATRIX, ScoreMatrix::mean, 500, 1).replicates())
        .isEqualTo(bootstrap.replicates());
  }

  @Test
  void tiesAreHalfAnImprovement() {
    assertThat(ProbabilityOfImprovement.of(MATRIX, MATRIX).probability()).isEqualTo(0.5);
    ScoreMatrix lower = new ScoreMatrix(new double[][] {{-1, 2}});
    assertThat(ProbabilityOfImprovement.of(MATRIX, lower).perTask()).containsExactly(1, 0.75);
  }

  @Test
  void aRunThatLacksATaskIsRefused() {
    assertThatThrownBy(() -> new ScoreMatrix(new double[][] {{1, 2}, {1}}))
        .hasMessageContaining("run 1 has 1 tasks");
  }

  @Test
  void aNaNMakesEveryLocationUndefined() {
    double[] values = {1, 2, 3, 4, Double.NaN};
    for (Location location : Location.values()) {
      assertThat(location.of(values)).as(location.name()).isNaN();
      assertThat(location.of()).as(location.name()).isNaN();
    }
    assertThat(Quantiles.of(values, 0)).isNaN();
  }
}
