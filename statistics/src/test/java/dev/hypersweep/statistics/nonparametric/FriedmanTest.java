package dev.hypersweep.statistics.nonparametric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FriedmanTest {

  /**
   * Hollander and Wolfe (1973), p. 140: seconds of 22 players by three ways to round first base.
   */
  private static final double[][] ROUNDING_TIMES = {
    {5.40, 5.50, 5.55}, {5.85, 5.70, 5.75}, {5.20, 5.60, 5.50}, {5.55, 5.50, 5.40},
    {5.90, 5.85, 5.70}, {5.45, 5.55, 5.60}, {5.40, 5.40, 5.35}, {5.45, 5.50, 5.35},
    {5.25, 5.15, 5.00}, {5.85, 5.80, 5.70}, {5.25, 5.20, 5.10}, {5.65, 5.55, 5.45},
    {5.60, 5.35, 5.45}, {5.05, 5.00, 4.95}, {5.50, 5.50, 5.40}, {5.45, 5.55, 5.50},
    {5.55, 5.55, 5.35}, {5.45, 5.50, 5.55}, {5.50, 5.45, 5.25}, {5.65, 5.60, 5.40},
    {5.70, 5.65, 5.55}, {6.30, 6.30, 6.25}
  };

  /** What R's {@code friedman.test} prints, with ties: 11.143, p = 0.003805. */
  @Test
  void agreesWithThePublishedAnalysisOfRoundingTimes() {
    Friedman test = Friedman.of(ROUNDING_TIMES, false);
    assertThat(test.chiSquared()).isCloseTo(11.143, within(5e-4));
    assertThat(test.p()).isCloseTo(0.003805, within(5e-7));
    assertThat(Nemenyi.of(test, 0.05).different()[2]).containsExactly(true, false, false);
  }

  /** Demšar 2006, 3.2.2: four classifiers on 14 datasets differ from 1.25 ranks on. */
  @Test
  void theCriticalDifferenceIsThatOfDemsarsExample() {
    double[] ranks = {3.143, 2.000, 2.893, 1.964};
    Nemenyi pairs = Nemenyi.of(new Friedman(14, ranks, 0.22), 0.05);
    assertThat(pairs.criticalDifference()).isCloseTo(1.25, within(5e-3));
    assertThat(Nemenyi.of(new Friedman(14, ranks, 0.22), 0.10).criticalDifference())
        .isCloseTo(1.12, within(5e-3));
  }

  @Test
  void directionTurnsTheRanks() {
    double[][] scores = {{1, 2, 3}, {4, 5, 6}};
    assertThat(Friedman.of(scores, true).meanRanks()).containsExactly(3, 2, 1);
    assertThat(Friedman.of(scores, false).meanRanks()).containsExactly(1, 2, 3);
  }

  @Test
  void fullAgreementIsExactlyOneAndFullTieIsUndefined() {
    Friedman agreed = Friedman.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {0, 7, 8}}, true);
    assertThat(agreed.kendallW()).isEqualTo(1);
    assertThat(agreed.imanDavenportF()).isInfinite();
    assertThat(agreed.imanDavenportP()).isZero();
    Friedman tied = Friedman.of(new double[][] {{1, 1, 1}, {2, 2, 2}}, true);
    assertThat(tied.chiSquared()).isNaN();
    assertThat(tied.p()).isNaN();
    assertThat(tied.imanDavenportP()).isNaN();
    assertThat(Nemenyi.of(tied, 0.05).p()[0]).containsExactly(1, 1, 1);
  }
}
