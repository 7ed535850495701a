package dev.hypersweep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WelchTestTest {

  /** Student's sleep data, and what R's {@code t.test(extra ~ group, data = sleep)} prints. */
  @Test
  void agreesWithThePublishedAnalysisOfStudentsSleepData() {
    Sample first = Sample.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
    Sample second = Sample.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
    WelchTest test = WelchTest.of(first.estimate(), second.estimate());
    assertThat(test.t()).isCloseTo(-1.8608, within(5e-5));
    assertThat(test.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
    assertThat(test.p()).isCloseTo(0.07939, within(5e-6));
  }

  @Test
  void theOrderOfTheTwoOnlyTurnsTheSign() {
    Estimate first = Sample.of(1, 2, 3).estimate();
    Estimate second = Sample.of(2, 4, 9, 1).estimate();
    WelchTest there = WelchTest.of(first, second);
    WelchTest back = WelchTest.of(second, first);
    assertThat(back.t()).isEqualTo(-there.t());
    assertThat(back.p()).isEqualTo(there.p());
  }

  @Test
  void aSingleSeedIsNeverSignificant() {
    WelchTest test = WelchTest.of(Sample.of(0.9).estimate(), Sample.of(0.1, 0.1001).estimate());
    assertThat(test.p()).isEqualTo(1);
  }

  @Test
  void withoutVarianceEqualValuesAreEqualAndOthersDiffer() {
    Estimate first = Sample.of(0.3, 0.3, 0.3).estimate();
    assertThat(WelchTest.of(first, Sample.of(0.3, 0.3).estimate()).p()).isEqualTo(1);
    assertThat(WelchTest.of(first, Sample.of(0.4, 0.4).estimate()).p()).isZero();
    assertThat(WelchTest.of(first, Sample.of(0.4, 0.41).estimate()).p()).isBetween(0.0, 1.0);
  }

  @Test
  void stratifiedMeanOfOneDatasetIsTheSampleMean() {
    Sample sample = Sample.of(0.2, 0.5, 0.6);
    assertThat(StratifiedMean.of(List.of(sample))).isEqualTo(sample.estimate());
  }

  /** Two strata of n = 3: variance (1/3 + 4/3) / 4, df (1/3 + 4/3)² / ((1/9 + 16/9) / 2). */
  @Test
  void stratifiedMeanWeighsDatasetsEquallyAndAddsTheirErrors() {
    Estimate score = StratifiedMean.of(List.of(Sample.of(0, 1, 2), Sample.of(8, 10, 12)));
    assertThat(score.value()).isEqualTo(5.5);
    assertThat(score.squaredError()).isCloseTo(5.0 / 12, within(1e-15));
    assertThat(score.degreesOfFreedom()).isCloseTo(25.0 / 9 / (17.0 / 18), within(1e-14));
  }

  @Test
  void oneDatasetWithOneSeedLeavesTheScoreWithoutError() {
    Estimate score = StratifiedMean.of(List.of(Sample.of(0, 1, 2), Sample.of(4)));
    assertThat(score.value()).isEqualTo(2.5);
    assertThat(score.interval(0.95)).isEmpty();
  }

  @Test
  void aDatasetWithoutVarianceAddsNone() {
    Estimate score = StratifiedMean.of(List.of(Sample.of(0, 1, 2), Sample.of(4, 4)));
    assertThat(score.squaredError()).isCloseTo(1.0 / 12, within(1e-16));
    assertThat(score.degreesOfFreedom()).isCloseTo(2, within(1e-15));
  }
}
