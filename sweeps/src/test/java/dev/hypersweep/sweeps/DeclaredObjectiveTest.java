package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.sweeps.matrix.Aggregate;
import dev.hypersweep.sweeps.matrix.Holes;
import dev.hypersweep.sweeps.matrix.MatrixObjective;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a definition says that datasets become one number. */
class DeclaredObjectiveTest {

  private static SweepDefinition read(String datasets, String objective) {
    return SweepDefinitions.read(
        "name: x\nvariants: [moe]\ndatasets: %s\nseeds: 1\nconstants: {backbone: gpt2}\nobjective: %s\n"
            .formatted(datasets, objective));
  }

  @Test
  void whatIsNotSaidStaysOutOfTheCanonicalForm() {
    SweepDefinition silent = read("[glue/rte]", "{metric: accuracy}");
    assertThat(silent.canonical().get("objective"))
        .isEqualTo(Map.of("metric", "accuracy", "goal", "maximize", "aggregate", "mean"));
    assertThat(read("[glue/rte]", "{metric: accuracy, aggregate: mean, holes: fail}").hash())
        .isEqualTo(silent.hash());
    assertThat(read("[glue/rte]", "{metric: accuracy, holes: skip}").hash())
        .isNotEqualTo(silent.hash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{metric: loss, aggregate: worst, holes: worst}",
        "{metric: accuracy, aggregate: rank_mean, goal: maximize}",
        "{metric: accuracy, aggregate: weighted, weights: {glue/rte: 2, glue/cola: 0.5}, holes: skip}"
      })
  void theCanonicalFormIsADefinitionOfTheSame(String text) {
    SweepDefinition first = read("[glue/rte, glue/cola]", text);
    SweepDefinition again = SweepDefinitions.read(CanonicalJson.of(first.canonical()));
    assertThat(again.objective()).isEqualTo(first.objective());
    assertThat(again.hash()).isEqualTo(first.hash());
    @SuppressWarnings("unchecked")
    Map<String, Object> canonical = (Map<String, Object>) first.canonical().get("objective");
    assertThat(Objective.ofCanonical(canonical)).isEqualTo(first.objective());
  }

  @Test
  void aMeanRankIsMinimisedAndTheRunsBehindItAreNot() {
    Objective objective =
        read("[glue/rte, glue/cola]", "{metric: accuracy, aggregate: rank_mean}").objective();
    assertThat(objective.direction()).isEqualTo(Goal.MINIMIZE);
    assertThat(objective.directionOn("glue/rte", Map.of())).isEqualTo(Goal.MAXIMIZE);
  }

  @Test
  void onlyRanksCompareScoresOfTwoDirections() {
    SweepDefinition ranked =
        read("[glue/mrpc, wikitext-2]", "{metric: score, aggregate: rank_mean, holes: skip}");
    MatrixObjective rule = ranked.objective().over(ranked.datasets(), Map.of());
    assertThat(rule.goals())
        .containsEntry("glue/mrpc", Goal.MAXIMIZE)
        .containsEntry("wikitext-2", Goal.MINIMIZE);
    assertThat(rule.aggregate()).isEqualTo(Aggregate.RANK_MEAN);
    assertThat(rule.holes()).isEqualTo(Holes.SKIP);
    assertThatThrownBy(() -> read("[glue/mrpc, wikitext-2]", "{metric: score, aggregate: worst}"))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining("rank_mean");
  }
}
