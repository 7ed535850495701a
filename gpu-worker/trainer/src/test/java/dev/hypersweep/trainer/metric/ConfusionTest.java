package dev.hypersweep.trainer.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionTest {

  @Test
  void matthewsOfTwoClassesIsTheFormulaOf1975() {
    Confusion confusion = counts(new int[][] {{4, 2}, {1, 5}}); // tn 4, fp 2, fn 1, tp 5
    double expected = (5.0 * 4 - 2 * 1) / Math.sqrt(7.0 * 6 * 6 * 5);
    assertThat(confusion.matthews()).isCloseTo(expected, within(1e-12));
    assertThat(confusion.accuracy()).isEqualTo(0.75);
  }

  @Test
  void aConstantAnswerHasMatthewsZero() {
    assertThat(counts(new int[][] {{0, 3}, {0, 7}}).matthews()).isZero();
  }

  @Test
  void oneClassThroughoutHasMatthewsZeroAndNoKappa() {
    Confusion allRight = counts(new int[][] {{0, 0}, {0, 5}});
    assertThat(allRight.matthews()).isZero();
    assertThat(allRight.kappa()).isNaN();
  }

  @Test
  void aClassThatNeverOccursCountsZeroAmongTheDeclaredAndNotAmongTheOccurring() {
    Confusion confusion = counts(new int[][] {{2, 0, 0}, {0, 2, 0}, {0, 0, 0}});
    assertThat(confusion.macro(0, 1, 2).f1()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(confusion.occurring()).containsExactly(0, 1);
    assertThat(confusion.macro(confusion.occurring()).f1()).isEqualTo(1);
    assertThat(confusion.weighted(0, 1, 2).f1()).isEqualTo(1);
  }

  @Test
  void balancedAccuracyAveragesOverGoldClassesOnly() {
    Confusion confusion = counts(new int[][] {{3, 0, 1}, {1, 1, 0}, {0, 0, 0}});
    assertThat(confusion.balancedAccuracy()).isCloseTo((0.75 + 0.5) / 2, within(1e-12));
  }

  @Test
  void nothingPredictedPositiveHasPrecisionZero() {
    assertThat(counts(new int[][] {{3, 0}, {2, 0}}).of(1)).isEqualTo(new ClassScores(0, 0, 0));
  }

  @Test
  void microOfAllClassesIsAccuracy() {
    Confusion confusion = counts(new int[][] {{4, 2}, {1, 5}});
    assertThat(confusion.micro(0, 1)).isEqualTo(new ClassScores(0.75, 0.75, 0.75));
  }

  private static Confusion counts(int[][] counts) {
    Confusion confusion = new Confusion(counts.length);
    for (int gold = 0; gold < counts.length; gold++) {
      for (int predicted = 0; predicted < counts.length; predicted++) {
        for (int i = 0; i < counts[gold][predicted]; i++) {
          confusion.add(gold, predicted);
        }
      }
    }
    return confusion;
  }
}
