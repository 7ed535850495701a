package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  @Test
  void risesOverTheWarmUpAndFallsToJustAboveZero() {
    LearningRateSchedule linear = LearningRateSchedule.of("linear", 0.4, 0.4, 10);
    assertThat(linear.at(1)).isEqualTo(0.1);
    assertThat(linear.at(4)).isEqualTo(0.4);
    assertThat(linear.at(5)).isCloseTo(0.4 * 6 / 7, within(1e-15));
    assertThat(linear.at(10)).isCloseTo(0.4 / 7, within(1e-15));
  }

  @Test
  void cosineIsAtHalfInTheMiddle() {
    LearningRateSchedule cosine = LearningRateSchedule.of("cosine", 0.4, 0, 9);
    assertThat(cosine.at(5)).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void constantStays() {
    assertThat(LearningRateSchedule.of("constant", 0.4, 0, 9).at(9)).isEqualTo(0.4);
  }
}
