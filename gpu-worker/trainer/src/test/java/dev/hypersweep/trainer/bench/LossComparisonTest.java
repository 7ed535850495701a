package dev.hypersweep.trainer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossComparisonTest {

  @Test
  void lossesThatDifferByRoundingAreEqual() {
    assertThat(compared(1.0, 0.9000009).isEqual()).isTrue();
  }

  @Test
  void oneStepThatDiffersIsEnough() {
    assertThat(compared(1.0, 0.90002).isEqual()).isFalse();
    assertThat(compared(Double.NaN, 0.9).isEqual()).isFalse();
  }

  private static LossComparison compared(double first, double second) {
    return new LossComparison(Variant.MOE, List.of(1.0, 0.9), List.of(first, second));
  }
}
