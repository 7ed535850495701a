package dev.hypersweep.orchestrator.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.statistics.Interval;
import org.junit.jupiter.api.Test;

class PairedScoresTest {

  @Test
  void groupsAreResampledAndTestedWhole() {
    PairedScores scores = new PairedScores(1);
    for (int question = 0; question < 6; question++) {
      for (int answer = 0; answer < 4; answer++) {
        scores.add(
            question + "/" + answer, "q" + question, new double[] {1}, new double[] {question % 2});
      }
    }
    assertThat(scores.unit()).isEqualTo("group");
    assertThat(scores.size()).isEqualTo(6);
    assertThat(scores.test()).startsWith("Wilcoxon");
    // Three groups differ, all to one side: 2 / 2³.
    assertThat(scores.p()).isCloseTo(0.25, within(1e-12));
    Interval interval = scores.interval(0.95);
    assertThat(interval.low()).isLessThan(0.2);
    assertThat(interval.high()).isGreaterThan(0.8);
  }

  @Test
  void severalPairsOfRunsAreAveragedForEachExample() {
    PairedScores scores = new PairedScores(2);
    scores.add("0", null, new double[] {1, 0}, new double[] {0, 0});
    scores.add("1", null, new double[] {1, 1}, new double[] {1, 1});
    assertThat(scores.meanA() - scores.meanB()).isEqualTo(0.25);
    assertThat(scores.counts()).isEqualTo(new Comparison.Counts(2, 1, 0, 1));
    assertThat(scores.test()).startsWith("Wilcoxon");
  }

  @Test
  void scoresThatAreNoTruthValuesHaveNoCounts() {
    PairedScores scores = new PairedScores(1);
    scores.add("0", null, new double[] {0.5}, new double[] {0.5});
    assertThat(scores.counts()).isNull();
    assertThat(scores.p()).isNull();
  }
}
