package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.source.InvalidDefinition;
import org.junit.jupiter.api.Test;

/** What is optimised where a definition does not say so. */
class AssumedObjectiveTest {

  @Test
  void isTheScoreWhereADatasetIsScoredBySeveralMetrics() {
    assertThat(objective("[glue/mrpc]")).isEqualTo(Objective.score(true));
    assertThat(objective("[glue]").metricName()).isEqualTo("score");
  }

  @Test
  void isAccuracyWhereEveryDatasetHasIt() {
    assertThat(objective("[glue/rte, glue/cola]")).isEqualTo(Objective.mean(Metric.ACCURACY));
  }

  @Test
  void isNothingWhereDirectionsDiffer() {
    assertThatThrownBy(() -> objective("[glue/mrpc, wikitext-2]"))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining("objective");
    assertThatThrownBy(() -> read("[glue/mrpc, wikitext-2]", "objective: {metric: score}"))
        .isInstanceOf(InvalidDefinition.class);
  }

  @Test
  void aNamedScoreIsTheSameWithItsGoal() {
    assertThat(read("[glue/mrpc]", "objective: {metric: score, goal: maximize}").objective())
        .isEqualTo(Objective.score(true));
    assertThatThrownBy(() -> read("[glue/mrpc]", "objective: {metric: score, goal: minimize}"))
        .isInstanceOf(InvalidDefinition.class);
  }

  private static Objective objective(String datasets) {
    return read(datasets, "").objective();
  }

  private static SweepDefinition read(String datasets, String objective) {
    return SweepDefinitions.read(
        "name: x\nvariants: [moe]\ndatasets: " + datasets + "\nseeds: 1\n" + objective + "\n");
  }
}
