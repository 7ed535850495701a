package dev.hypersweep.sweeps.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.sampling.Goal;
import org.junit.jupiter.api.Test;

/** What stood against a trial is known beside the verdict. */
class BoundTest {

  private static Pruning pruning(String text) {
    return new Pruning(PrunerText.read(text, Goal.MINIMIZE, 1));
  }

  private static void complete(Pruning pruning, int trial, double... losses) {
    for (int step = 0; step < losses.length; step++) {
      pruning.report(trial, step, losses[step]);
    }
    pruning.complete(trial, losses[losses.length - 1]);
  }

  private static void isPruned(Pruning pruning, int trial, Bound against) {
    assertThat(pruning.bound(trial)).contains(against);
  }

  @Test
  void ofThoseWhoGoOnThereIsNone() {
    Pruning pruning = pruning("median,startup=1");
    complete(pruning, 0, 1);
    pruning.report(1, 0, 0.5);
    assertThat(pruning.bound(1)).isEmpty();
    assertThat(pruning.bound(7)).as("never mentioned").isEmpty();
  }

  @Test
  void theMedianIsThatOfTheOthersAtTheStep() {
    Pruning pruning = pruning("median,startup=3");
    complete(pruning, 0, 1);
    complete(pruning, 1, 2);
    complete(pruning, 2, 4);
    pruning.report(3, 0, 3);
    isPruned(pruning, 3, new Bound(2, 2, 3));
    pruning.report(3, 1, 9);
    isPruned(pruning, 3, new Bound(2, 2, 3));
    pruning.report(4, 0, Double.NaN);
    isPruned(pruning, 4, new Bound(2, 3, 3));
  }

  @Test
  void aRungAsksForTheLastThatWentOn() {
    Pruning pruning = pruning("asha");
    for (double loss : new double[] {0.5, 0.4, 0.3, 0.2, 0.1}) {
      pruning.report((int) Math.round(loss * 10), 1, loss);
    }
    pruning.report(9, 1, 0.35);
    isPruned(pruning, 9, new Bound(0.2, 3, 5));
  }

  @Test
  void underSeveralObjectivesItIsHowManyStandBefore() {
    Pruning pruning = pruning("pareto");
    pruning.report(0, 1, 1, 1);
    pruning.report(1, 1, 0, 2);
    pruning.report(2, 1, 2, 2);
    isPruned(pruning, 2, new Bound(Double.NaN, 2, 2));
  }

  @Test
  void aRaceIsLostAgainstTheBestOnCommonCells() {
    for (String race : new String[] {"racing", "wilcoxon", "friedman"}) {
      Pruning pruning = pruning(race);
      complete(pruning, 0, 1, 2, 3, 4, 5, 6);
      for (int cell = 0; pruning.bound(1).isEmpty() && cell < 6; cell++) {
        pruning.report(1, cell, 11 + cell + 0.01 * cell);
      }
      Bound bound = pruning.bound(1).orElseThrow();
      assertThat(bound.better()).as(race).isEqualTo(bound.of()).isPositive();
      assertThat(bound.loss()).as(race).isEqualTo((1 + bound.of()) / 2.0);
    }
  }

  @Test
  void whoIsJudgedAloneIsComparedWithNobody() {
    Pruning threshold = pruning("threshold,lower=0.2,upper=0.9");
    threshold.report(0, 0, 1);
    isPruned(threshold, 0, Bound.alone(0.9));
    threshold.report(1, 0, 0.1);
    isPruned(threshold, 1, Bound.alone(0.2));
    Pruning patience = pruning("patience,patience=1");
    patience.report(0, 0, 1);
    patience.report(0, 1, 2);
    isPruned(patience, 0, Bound.alone(1));
    Pruning divergence = pruning("divergence,reports=1");
    divergence.report(0, 0, 2);
    divergence.report(0, 1, 1);
    divergence.report(0, 2, 2.5);
    isPruned(divergence, 0, Bound.alone(2));
  }
}
