package dev.hypersweep.statistics.nonparametric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.statistics.nonparametric.WilcoxonSignedRank.Zeros;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedTestsTest {

  /** Darwin's maize: Fisher, The Design of Experiments (1935), §17, eighths of an inch. */
  private static final double[] DARWIN = {
    49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
  };

  /** §21: 863 of 32,768 patterns have a sum of 314 or more; both tails 1,726. */
  @Test
  void fishersPermutationTestOfDarwinsMaize() {
    PairedPermutation test = PairedPermutation.exact(DARWIN);
    assertThat(test.patterns()).isEqualTo(32768);
    assertThat(test.pGreater() * 32768).isEqualTo(863);
    assertThat(test.p() * 32768).isEqualTo(1726);
  }

  @Test
  void patternsDrawnAtRandomComeNearAndRepeatForASeed() {
    PairedPermutation test = PairedPermutation.sampled(DARWIN, 20_000, 7);
    assertThat(test.p()).isCloseTo(1726 / 32768.0, within(0.006));
    assertThat(PairedPermutation.sampled(DARWIN, 20_000, 7)).isEqualTo(test);
  }

  /** R's {@code wilcox.test(darwin)}: V = 96, p = 0.04126. */
  @Test
  void wilcoxonsTestOfDarwinsMaize() {
    WilcoxonSignedRank test = WilcoxonSignedRank.of(DARWIN, Zeros.WILCOX);
    assertThat(test.wPlus()).isEqualTo(96);
    assertThat(test.wMinus()).isEqualTo(24);
    assertThat(test.pExact()).isCloseTo(0.04126, within(5e-6));
  }

  @Test
  void exactAndNormalPValuesMeetForManyDifferences() {
    Random random = new Random(3);
    double[] many = random.doubles(400, -1, 1.1).toArray();
    WilcoxonSignedRank test = WilcoxonSignedRank.of(many, Zeros.WILCOX);
    assertThat(test.pExact()).isCloseTo(test.pNormal(true), within(5e-4));
    double[] more = random.doubles(WilcoxonSignedRank.EXACT_LIMIT + 1, -1, 1.1).toArray();
    assertThat(WilcoxonSignedRank.of(more, Zeros.PRATT).pExact()).isNaN();
  }

  @Test
  void zerosAreDroppedBeforeOrAfterRanking() {
    double[] differences = {6, 0, 2, 4, 5};
    assertThat(WilcoxonSignedRank.of(differences, Zeros.WILCOX).wPlus()).isEqualTo(10);
    assertThat(WilcoxonSignedRank.of(differences, Zeros.PRATT).wPlus()).isEqualTo(14);
  }

  @Test
  void withoutAnyDifferenceRanksSayNothingAndSignsAndPatternsSayEqual() {
    double[] none = new double[4];
    assertThat(WilcoxonSignedRank.of(none, Zeros.PRATT).pNormal(true)).isNaN();
    assertThat(WilcoxonSignedRank.of(none, Zeros.WILCOX).pExact()).isNaN();
    assertThat(SignTest.of(none).p()).isEqualTo(1);
    assertThat(PairedPermutation.exact(none).p()).isEqualTo(1);
  }

  /** Agresti, Categorical Data Analysis: approval ratings, 150 and 86 changed their minds. */
  @Test
  void mcNemarsTestOfApprovalRatings() {
    McNemar test = new McNemar(150, 86);
    assertThat(test.chiSquared()).isCloseTo(17.36, within(5e-3));
    assertThat(test.chiSquaredCorrected()).isLessThan(test.chiSquared());
    assertThat(McNemar.p(test.chiSquared())).isCloseTo(3.1e-5, within(5e-7));
  }

  @Test
  void withoutDisagreementMcNemarsExactTestSaysEqual() {
    McNemar test = new McNemar(0, 0);
    assertThat(test.pExact()).isEqualTo(1);
    assertThat(test.pMid()).isEqualTo(1);
    assertThat(test.chiSquared()).isNaN();
    assertThat(McNemar.p(test.chiSquaredCorrected())).isNaN();
  }

  @Test
  void tooManyPatternsAreRefusedByTheirLimit() {
    double[] many = new double[PairedPermutation.EXACT_LIMIT + 1];
    Arrays.fill(many, 1);
    assertThatThrownBy(() -> PairedPermutation.exact(many)).hasMessageContaining("45");
    assertThatThrownBy(() -> TwoSamplePermutation.exact(many, many))
        .hasMessageContaining("too many splits");
  }
}
