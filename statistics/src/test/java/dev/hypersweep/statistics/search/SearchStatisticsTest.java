package dev.hypersweep.statistics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchStatisticsTest {

  private static final Objectives MINIMIZE_TWO = new Objectives(false, false);

  @Test
  void hypervolumeIsTheAreaOfTheStaircase() {
    double[][] points = {{1, 3}, {2, 2}, {3, 1}, {3, 3}, {4, 0}};
    Hypervolume volume = Hypervolume.of(points, new double[] {4, 4}, MINIMIZE_TWO);
    assertThat(volume).isEqualTo(new Hypervolume(6, 4));
  }

  @Test
  void hypervolumeInFourDimensionsAgreesWithCounting() {
    Random random = new Random(11);
    double[][] points = new double[12][];
    Arrays.setAll(points, i -> random.ints(4, 0, 5).asDoubleStream().toArray());
    double[] reference = {4, 4, 4, 4};
    int cells = 0;
    for (int cell = 0; cell < 256; cell++) {
      double[] corner = {cell % 4, cell / 4 % 4, cell / 16 % 4, cell / 64};
      cells += Arrays.stream(points).anyMatch(point -> covers(point, corner)) ? 1 : 0;
    }
    Objectives four = new Objectives(false, false, false, false);
    assertThat(Hypervolume.of(points, reference, four).value()).isEqualTo(cells);
  }

  @Test
  void equalPointsShareAFrontAndNaNIsBehindEveryNumber() {
    double[][] points = {{1, 1}, {1, 1}, {2, 2}, {Double.NaN, 1}, {0, Double.NaN}};
    assertThat(ParetoFronts.ranks(points, MINIMIZE_TWO)).containsExactly(0, 0, 1, 1, 0);
    assertThat(ParetoFronts.front(points, MINIMIZE_TWO)).containsExactly(0, 1, 4);
    assertThatThrownBy(() -> ParetoFronts.front(points, new Objectives(true)))
        .hasMessageContaining("2 values for 1");
  }

  @Test
  void theFrontIsTheFirstOfTheRanks() {
    Random random = new Random(5);
    Objectives objectives = new Objectives(false, true, false);
    for (int round = 0; round < 50; round++) {
      double[][] points = new double[40][];
      Arrays.setAll(
          points, i -> random.ints(3, 0, 6).mapToDouble(v -> v == 5 ? -0.0 : v).toArray());
      int[] ranks = ParetoFronts.ranks(points, objectives);
      assertThat(ParetoFronts.front(points, objectives))
          .isEqualTo(IntStream.range(0, 40).filter(i -> ranks[i] == 0).boxed().toList());
    }
  }

  @Test
  void theWholeBudgetWithoutReplacementFindsTheMaximum() {
    ExpectedMaximum maximum = ExpectedMaximum.of(3, 1, 2);
    assertThat(maximum.withoutReplacement())
        .containsExactly(new double[] {2, 8 / 3.0, 3}, within(1e-15));
    assertThat(maximum.withReplacement())
        .containsExactly(new double[] {2, 22 / 9.0, 8 / 3.0}, within(1e-15));
    assertThat(maximum.varianceWithReplacement()[0]).isCloseTo(2 / 3.0, within(1e-15));
  }

  @Test
  void anIncumbentIsTheFirstOfTheBest() {
    double[] scores = {Double.NaN, 2, 2, Double.NaN, 1, 3};
    assertThat(Incumbents.of(scores, true)).containsExactly(-1, 1, 1, 1, 1, 5);
    assertThat(Incumbents.of(scores, false)).containsExactly(-1, 1, 1, 1, 4, 4);
    assertThat(Incumbents.of(new double[] {Double.NEGATIVE_INFINITY}, true)).containsExactly(0);
  }

  private static boolean covers(double[] point, double[] corner) {
    for (int j = 0; j < point.length; j++) {
      if (point[j] > corner[j]) {
        return false;
      }
    }
    return Arrays.stream(point).allMatch(value -> value < 4);
  }
}
