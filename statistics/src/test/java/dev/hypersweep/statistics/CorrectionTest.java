package dev.hypersweep.statistics;

import static dev.hypersweep.statistics.Correction.BENJAMINI_HOCHBERG;
import static dev.hypersweep.statistics.Correction.BENJAMINI_YEKUTIELI;
import static dev.hypersweep.statistics.Correction.BONFERRONI;
import static dev.hypersweep.statistics.Correction.HOLM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrectionTest {

  /** The textbook example: R's {@code p.adjust(c(.01, .04, .03, .005), ..)}. */
  @Test
  void agreesWithTheTextbookExample() {
    double[] p = {0.01, 0.04, 0.03, 0.005};
    assertThat(HOLM.adjusted(p))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    assertThat(BONFERRONI.adjusted(p))
        .containsExactly(new double[] {0.04, 0.16, 0.12, 0.02}, within(1e-15));
    assertThat(BENJAMINI_HOCHBERG.adjusted(p))
        .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-15));
  }

  /** The 15 tests of Benjamini and Hochberg (1995), section 4: Bonferroni rejects 3, theirs 4. */
  @Test
  void rejectsAsManyAsInThePaperOfTheFalseDiscoveryRate() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.000
    };
    assertThat(count(BONFERRONI.rejected(0.05, p))).isEqualTo(3);
    assertThat(count(HOLM.rejected(0.05, p))).isEqualTo(3);
    assertThat(count(BENJAMINI_HOCHBERG.rejected(0.05, p))).isEqualTo(4);
    assertThat(count(BENJAMINI_YEKUTIELI.rejected(0.05, p))).isEqualTo(3);
  }

  @Test
  void neverExceedsOneAndKeepsTheOrder() {
    assertThat(HOLM.adjusted(0.9, 0.5, 0.2)).containsExactly(1, 1, 0.6000000000000001);
  }

  @Test
  void aLaterSmallValueDoesNotRescueAStepDown() {
    assertThat(HOLM.rejected(0.05, 0.03, 0.04)).containsExactly(false, false);
    assertThat(BENJAMINI_HOCHBERG.rejected(0.05, 0.03, 0.04)).containsExactly(true, true);
  }

  @ParameterizedTest
  @EnumSource
  void oneTestNeedsNoCorrectionAndNoneGivesNone(Correction correction) {
    assertThat(correction.adjusted(0.04)).containsExactly(0.04);
    assertThat(correction.rejected(0.04, 0.04)).containsExactly(true);
    assertThat(correction.adjusted()).isEmpty();
    assertThat(correction.rejected(0.05)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsNoProbability(Correction correction) {
    assertThatThrownBy(() -> correction.adjusted(0.1, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> correction.adjusted(1.1)).hasMessageContaining("1.1");
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
