package dev.hypersweep.trainer.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  @Test
  void risesOverTheWarmUpAndFallsToJustAboveZero() {
    LearningRateSchedule linear = LearningRateSchedule.of(new RateDecay.Linear(), 0.4, 0.4, 10);
    assertThat(linear.at(1)).isEqualTo(0.1);
    assertThat(linear.at(4)).isEqualTo(0.4);
    assertThat(linear.at(5)).isCloseTo(0.4 * 6 / 7, within(1e-15));
    assertThat(linear.at(10)).isCloseTo(0.4 / 7, within(1e-15));
  }

  @Test
  void cosineIsAtHalfInTheMiddle() {
    LearningRateSchedule cosine = LearningRateSchedule.of(new RateDecay.Cosine(), 0.4, 0, 9);
    assertThat(cosine.at(5)).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void constantStays() {
    assertThat(LearningRateSchedule.of(new RateDecay.Constant(), 0.4, 0, 9).at(9)).isEqualTo(0.4);
  }

  @Test
  void theLibrariesConventionBeginsAtZeroAndEndsAtTheLastStep() {
    RateDecay linear = new RateDecay.Linear();
    assertThat(LearningRateSchedule.factor(linear, 0, 4, 10)).isZero();
    assertThat(LearningRateSchedule.factor(linear, 4, 4, 10)).isEqualTo(1);
    assertThat(LearningRateSchedule.factor(linear, 10, 4, 10)).isZero();
    assertThat(LearningRateSchedule.factor(linear, 12, 4, 10)).isZero();
  }

  @Test
  void restartsBeginAtThePeakAndEndAtZero() {
    RateDecay twice = new RateDecay.CosineRestarts(2);
    assertThat(twice.at(0, 0, 8)).isEqualTo(1);
    assertThat(twice.at(2, 0, 8)).isCloseTo(0.5, within(1e-15));
    assertThat(twice.at(4, 0, 8)).isEqualTo(1);
    assertThat(twice.at(8, 0, 8)).isZero();
  }

  @Test
  void aPolynomialEndsAtItsFloor() {
    RateDecay square = new RateDecay.Polynomial(2, 0.2);
    assertThat(square.at(5, 0, 10)).isCloseTo(0.2 + 0.8 * 0.25, within(1e-15));
    assertThat(square.at(10, 0, 10)).isEqualTo(0.2);
  }

  @Test
  void theInverseSquareRootHalvesAtFourTimesTheWarmUp() {
    assertThat(new RateDecay.InverseSquareRoot().at(40, 10, 100)).isCloseTo(0.5, within(1e-15));
  }
}
