package dev.hypersweep.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedTPowerTest {

  private static final PairedTPower TWO_SIDED = new PairedTPower(0.05, true);

  /** Cohen's medium effect: R's {@code power.t.test(delta = .5, power = .8, type = "paired")}. */
  @Test
  void aMediumEffectNeedsThirtyFourPairs() {
    assertThat(TWO_SIDED.pairsFor(0.5, 0.8)).isEqualTo(34);
    assertThat(TWO_SIDED.power(34, 0.5)).isCloseTo(0.8077775, within(5e-7));
  }

  @Test
  void withoutEffectThePowerIsTheLevel() {
    assertThat(TWO_SIDED.power(2, 0)).isCloseTo(0.05, within(1e-10));
    assertThat(new PairedTPower(0.01, false).power(50, 0)).isCloseTo(0.01, within(1e-10));
  }

  @Test
  void theDetectableEffectIsDetectedWithThePowerAskedFor() {
    for (int n : new int[] {2, 3, 5, 30, 1000, 1_000_000}) {
      double effect = TWO_SIDED.minimalDetectableEffect(n, 0.9);
      assertThat(TWO_SIDED.power(n, effect)).as("n = " + n).isCloseTo(0.9, within(1e-9));
    }
  }

  @Test
  void directionCountsInAOneSidedTestOnly() {
    assertThat(TWO_SIDED.power(10, -1)).isCloseTo(TWO_SIDED.power(10, 1), within(1e-12));
    assertThat(new PairedTPower(0.05, false).power(10, -1)).isLessThan(1e-5);
  }

  @Test
  void whatNoNumberOfPairsFindsHasNone() {
    assertThat(TWO_SIDED.pairsFor(0, 0.8)).isEqualTo(-1);
    assertThat(TWO_SIDED.power(1, 0.5)).isNaN();
    assertThat(TWO_SIDED.minimalDetectableEffect(10, 0.05)).isZero();
  }
}
