package dev.hypersweep.trainer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossComparisonTest {

  @Test
  void lossesThatDifferByRoundingAreEqual() {
    assertThat(compared(1.0000009, 0.9).isEqual()).isTrue();
    assertThat(compared(1.0, 0.90008).isEqual()).isTrue();
  }

  @Test
  void oneStepThatDiffersIsEnough() {
    assertThat(compared(1.0, 0.9001).isEqual()).isFalse();
    assertThat(compared(Double.NaN, 0.9).isEqual()).isFalse();
    assertThat(compared(1.0, Double.NaN).isEqual()).isFalse();
  }

  @Test
  void theSameWeightsMustGiveTheSameFirstLoss() {
    assertThat(compared(1.00001, 0.9).isEqual()).isFalse();
  }

  private static LossComparison compared(double first, double second) {
    return new LossComparison(Variant.MOE, List.of(1.0, 0.9), List.of(first, second));
  }
}
