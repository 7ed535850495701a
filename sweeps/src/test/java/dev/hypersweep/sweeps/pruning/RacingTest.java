package dev.hypersweep.sweeps.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.sampling.Draws;
import org.junit.jupiter.api.Test;

class RacingTest {

  private static final int CELLS = 60;

  private static double cell(int trial, double quality, int cell) {
    double dataset = cell % 20;
    return dataset + quality + 0.05 * Draws.of(trial, "cell", cell).normal();
  }

  /** Cells that a trial took; all of them when it went to the end. */
  private static int race(Pruning pruning, int trial, double quality) {
    double sum = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      double loss = cell(trial, quality, cell);
      sum += loss;
      if (pruning.report(trial, cell, loss) && cell < CELLS - 1) {
        pruning.prune(trial);
        return cell + 1;
      }
    }
    pruning.complete(trial, sum / CELLS);
    return CELLS;
  }

  @Test
  void signedRanksNeedFourCellsAtATenthHoweverBadATrialIs() {
    Pruning pruning = new Pruning(new RacingPruner(new SignedRankTest(0.1)));
    assertThat(race(pruning, 0, 0)).isEqualTo(CELLS);
    assertThat(race(pruning, 1, 100)).isEqualTo(4);
    Pruning stricter = new Pruning(new RacingPruner(new SignedRankTest(0.01)));
    race(stricter, 0, 0);
    assertThat(race(stricter, 1, 100)).isEqualTo(7);
  }

  @Test
  void aPooledVarianceEndsABadTrialAfterOneCellOnceItIsKnown() {
    Pruning pruning = new Pruning(new RacingPruner(new PooledTest(0.1)));
    race(pruning, 0, 0);
    assertThat(race(pruning, 1, 1)).as("nothing is pooled yet").isBetween(2, 5);
    race(pruning, 2, 0.01);
    race(pruning, 3, 0.01);
    assertThat(race(pruning, 4, 1)).isEqualTo(1);
  }

  @Test
  void anEquallyGoodTrialIsSeldomEnded() {
    int ended = 0;
    for (int sweep = 0; sweep < 200; sweep++) {
      Pruning pruning = new Pruning(new RacingPruner(new PooledTest(0.01)));
      race(pruning, 1000 * sweep, 0);
      race(pruning, 1000 * sweep + 1, 0);
      ended += race(pruning, 1000 * sweep + 2, 0) < CELLS ? 1 : 0;
    }
    // Sixty looks at one level of 1 %.
    assertThat(ended).isLessThan(36);
  }

  @Test
  void aTrialThatDivergesSomewhereDoesNotBlindTheTest() {
    Pruning pruning = new Pruning(new RacingPruner(new PooledTest(0.1)));
    race(pruning, 0, 0);
    race(pruning, 1, 0.001);
    race(pruning, 2, 0.001);
    pruning.report(3, 0, cell(3, 0, 0));
    pruning.report(3, 1, 1e6);
    pruning.prune(3);
    assertThat(race(pruning, 4, 1)).isEqualTo(1);
  }

  @Test
  void aBetterTrialBecomesTheIncumbent() {
    Pruning pruning = new Pruning(new RacingPruner(new SignedRankTest(0.1)));
    race(pruning, 0, 0.5);
    assertThat(race(pruning, 1, 0)).isEqualTo(CELLS);
    assertThat(race(pruning, 2, 0.5)).as("as good as the first was").isLessThan(CELLS);
  }

  @Test
  void cellsThatTheIncumbentDoesNotHaveSayNothing() {
    Pruning pruning = new Pruning(new RacingPruner(new SignedRankTest(0.1)));
    for (int cell = 0; cell < 5; cell++) {
      pruning.report(0, cell, cell == 2 ? Double.NaN : 1);
    }
    pruning.complete(0, 1);
    for (int cell = 2; cell < 5; cell++) {
      assertThat(pruning.report(1, cell, 9)).as("cell " + cell).isFalse();
    }
    assertThat(pruning.report(1, 7, 9)).isFalse();
    assertThat(pruning.report(1, 1, 9)).as("3, 4 and 1 are three").isFalse();
    assertThat(pruning.report(1, 0, 9)).as("four").isTrue();
  }

  @Test
  void friedmanEndsWhoIsWorseThanAFieldOfGoodOnes() {
    Pruning pruning = new Pruning(new FriedmanPruner(0.05, 4));
    for (int trial = 0; trial < 5; trial++) {
      race(pruning, trial, 0.01 * trial);
    }
    assertThat(race(pruning, 5, 1)).isBetween(2, 6);
    assertThat(race(pruning, 6, -0.5)).isEqualTo(CELLS);
  }
}
