package dev.hypersweep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrectionTest {

  /** The textbook example: R's {@code p.adjust(c(.01, .04, .03, .005), "holm")}. */
  @Test
  void agreesWithTheTextbookExample() {
    assertThat(Correction.HOLM.adjusted(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
  }

  @Test
  void neverExceedsOneAndKeepsTheOrder() {
    assertThat(Correction.HOLM.adjusted(0.9, 0.5, 0.2)).containsExactly(1, 1, 0.6000000000000001);
  }

  @Test
  void oneTestNeedsNoCorrectionAndNoneGivesNone() {
    assertThat(Correction.HOLM.adjusted(0.04)).containsExactly(0.04);
    assertThat(Correction.HOLM.adjusted()).isEmpty();
  }
}
