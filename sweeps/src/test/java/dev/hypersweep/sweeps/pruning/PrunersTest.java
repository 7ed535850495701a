package dev.hypersweep.sweeps.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrunersTest {

  private static Pruning pruning(String text) {
    return new Pruning(PrunerText.read(text, Goal.MINIMIZE, 1));
  }

  private static void complete(Pruning pruning, int trial, double... losses) {
    for (int step = 0; step < losses.length; step++) {
      pruning.report(trial, step, losses[step]);
    }
    pruning.complete(trial, losses[losses.length - 1]);
  }

  @Test
  void medianEndsWhoseBestIsAboveTheMedianOfCompletedTrialsAtTheStep() {
    Pruning pruning = pruning("median,startup=3");
    complete(pruning, 0, 1, 5);
    complete(pruning, 1, 2, 6);
    assertThat(pruning.report(9, 0, 99)).as("two completed trials are too few").isFalse();
    complete(pruning, 2, 3, 7);
    assertThat(pruning.report(3, 0, 2.0)).as("the median itself").isFalse();
    assertThat(pruning.report(3, 1, 6.5)).as("its best is 2").isFalse();
    assertThat(pruning.report(4, 0, 2.1)).isTrue();
    assertThat(pruning.report(5, 7, 99)).as("nobody has reported step 7").isFalse();
    assertThat(pruning.report(6, 0, Double.NaN)).isTrue();
  }

  @Test
  void percentileKeepsItsShareOfTrials() {
    Pruning pruning = pruning("percentile,percentile=25");
    for (int trial = 0; trial < 5; trial++) {
      complete(pruning, trial, trial);
    }
    assertThat(pruning.report(5, 0, 1.0)).isFalse();
    assertThat(pruning.report(6, 0, 1.01)).isTrue();
  }

  @Test
  void warmupAndIntervalDelayDecisions() {
    Pruning pruning = pruning("median,startup=1,warmup=2,interval=3");
    complete(pruning, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(pruning.report(1, 0, 9)).isFalse();
    assertThat(pruning.report(1, 1, 9)).isFalse();
    assertThat(pruning.report(1, 2, -1)).as("decided, and good").isFalse();
    Pruning other = pruning("median,startup=1,warmup=2");
    complete(other, 0, 0, 0, 0);
    assertThat(other.report(1, 2, 9)).isTrue();
  }

  @Test
  void halvingLetsTheBestThirdGoOnAtEachRung() {
    Pruning pruning = pruning("asha");
    assertThat(pruning.report(0, 1, 0.5)).as("alone").isFalse();
    assertThat(pruning.report(1, 1, 0.6)).as("worse of two").isTrue();
    assertThat(pruning.report(2, 1, 0.4)).isFalse();
    assertThat(pruning.report(3, 1, 0.3)).isFalse();
    assertThat(pruning.report(4, 1, 0.45)).as("third of five").isTrue();
    assertThat(pruning.report(5, 1, 0.35)).as("second of six").isFalse();
    assertThat(pruning.report(0, 2, 9)).as("no rung at step 2").isFalse();
    assertThat(pruning.report(0, 3, 9)).as("alone at step 3").isFalse();
    assertThat(pruning.report(2, 3, 10)).isTrue();
  }

  @Test
  void aReportThatPassesSeveralRungsStandsAtEach() {
    Pruning pruning = pruning("asha");
    pruning.report(0, 9, 0.5);
    assertThat(pruning.report(1, 9, 0.6)).isTrue();
    assertThat(pruning.report(2, 3, 0.4)).isFalse();
  }

  @Test
  void hyperbandDividesTrialsAsItsBracketsCost() {
    HyperbandPruner pruner = new HyperbandPruner(new Rungs(1, 3), 27, 4);
    int[] counts = new int[4];
    for (int trial = 0; trial < 10_000; trial++) {
      counts[pruner.bracket(trial)]++;
    }
    // 27, 12, 6 and 4 of 49.
    assertThat(counts[0]).isBetween(5300, 5700);
    assertThat(counts[3]).isBetween(700, 930);
  }

  @Test
  void patienceEndsWhatHasStoppedImproving() {
    Pruning pruning = pruning("patience,patience=2,delta=0.1");
    assertThat(pruning.report(0, 0, 1.0)).isFalse();
    assertThat(pruning.report(0, 1, 0.95)).isFalse();
    assertThat(pruning.report(0, 2, 0.85)).as("by more than 0.1").isFalse();
    assertThat(pruning.report(0, 3, 0.84)).isFalse();
    assertThat(pruning.report(0, 4, 0.9)).isTrue();
  }

  @Test
  void patienceMakesAnotherRuleWait() {
    Pruning pruning = new Pruning(new PatiencePruner(2, 0, new ThresholdPruner(0, 1, 0)));
    assertThat(pruning.report(0, 0, 5)).isFalse();
    assertThat(pruning.report(0, 1, 4)).isFalse();
    assertThat(pruning.report(0, 2, 3)).as("outside, but it improves").isFalse();
    assertThat(pruning.report(0, 3, 3)).isFalse();
    assertThat(pruning.report(0, 4, 3)).isTrue();
  }

  @Test
  void boundsAreSaidInTheDirectionOfTheMetric() {
    Pruning pruning =
        new Pruning(Pruners.named("threshold", Map.of("lower", 0.2), Goal.MAXIMIZE, 0));
    assertThat(pruning.report(0, 0, Goal.MAXIMIZE.loss(0.3))).isFalse();
    assertThat(pruning.report(0, 1, Goal.MAXIMIZE.loss(0.1))).isTrue();
  }

  @Test
  void divergenceIsWhenAllThatWasLearnedIsLostAgain() {
    Pruning pruning = pruning("divergence,reports=2");
    pruning.report(0, 0, 2.0);
    pruning.report(0, 1, 1.0);
    assertThat(pruning.report(0, 2, 2.5)).as("one spike").isFalse();
    assertThat(pruning.report(0, 3, 1.5)).isFalse();
    assertThat(pruning.report(0, 4, 2.5)).isFalse();
    assertThat(pruning.report(0, 5, 2.5)).isTrue();
    assertThat(pruning.report(1, 0, Double.POSITIVE_INFINITY)).isTrue();
  }

  @Test
  void paretoNeverEndsATrialThatNobodyDominates() {
    Pruning pruning = pruning("pareto");
    for (int trial = 0; trial < 20; trial++) {
      assertThat(pruning.report(trial, 1, trial, 20 - trial)).isFalse();
    }
    assertThat(pruning.report(20, 1, 19, 19)).isTrue();
  }

  @Test
  void paretoWithOneObjectiveIsHalving() {
    Pruning pareto = pruning("pareto");
    Pruning halving = pruning("asha");
    for (int trial = 0; trial < 60; trial++) {
      double loss = Math.floorMod(trial * 37, 61);
      assertThat(pareto.report(trial, 1, loss)).isEqualTo(halving.report(trial, 1, loss));
    }
  }

  @Test
  void aWrongNameSettingOrValueIsSaid() {
    assertThatThrownBy(() -> pruning("medain"))
        .hasMessageContaining("medain")
        .hasMessageContaining("median");
    assertThatThrownBy(() -> pruning("asha,factor=3"))
        .hasMessageContaining("factor")
        .hasMessageContaining("reduction");
    assertThatThrownBy(() -> pruning("asha,reduction")).hasMessageContaining("KEY=NUMBER");
    assertThatThrownBy(() -> pruning("asha,reduction=1")).hasMessageContaining("1.0");
    assertThatThrownBy(() -> pruning("asha,min=1.5")).hasMessageContaining("1.5");
    assertThatThrownBy(() -> pruning("racing,level=0.7")).hasMessageContaining("0.7");
    assertThatThrownBy(() -> pruning("racing,level=0.1,level=0.2"))
        .hasMessageContaining("level=0.2");
  }
}
