package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.catalogue.CostMetric;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.sweeps.matrix.Aggregate;
import dev.hypersweep.sweeps.sampling.Goal;
import dev.hypersweep.sweeps.sampling.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class SeveralObjectivesTest {

  private static final String BOTH =
      Sweep.BASE
          + """
          objectives:
            - {metric: accuracy, aggregate: worst, holes: skip}
            - {metric: tokens_per_second}
          """;

  private static final String SEARCH =
      """
      name: front
      variants: [moe]
      datasets: [wordnet/noun-supersense]
      parameters:
        dropout: {type: float, low: 0, high: 0.9}
      objectives: [{metric: accuracy}, {metric: parameters_active}]
      budget: {trials: 40}
      """;

  @Test
  void eachHasItsFieldsAndItsOwnDirection() {
    SweepDefinition read = SweepDefinitions.read(BOTH);
    assertThat(read.hasSeveralObjectives()).isTrue();
    assertThat(read.objective().metric()).isEqualTo(Metric.ACCURACY);
    assertThat(read.objective().aggregate()).isEqualTo(Aggregate.WORST);
    Objective rate = read.objectives().get(1);
    assertThat(rate.cost()).isEqualTo(CostMetric.TOKENS_PER_SECOND);
    assertThat(rate.direction()).isEqualTo(Goal.MAXIMIZE);
    assertThat(rate.directionOn("wordnet/noun-supersense", Map.of())).isEqualTo(Goal.MAXIMIZE);
  }

  @Test
  void theCanonicalFormIsADefinitionOfTheSame() {
    SweepDefinition first = SweepDefinitions.read(BOTH);
    assertThat(first.canonical()).containsKey("objectives").doesNotContainKey("objective");
    SweepDefinition again = SweepDefinitions.read(CanonicalJson.of(first.canonical()));
    assertThat(again.objectives()).isEqualTo(first.objectives());
    assertThat(again.hash()).isEqualTo(first.hash());
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> canonical =
        (List<Map<String, Object>>) first.canonical().get("objectives");
    assertThat(canonical.stream().map(Objective::ofCanonical)).isEqualTo(first.objectives());
  }

  @Test
  void theirOrderIsPartOfTheMeaning() {
    String list = "objectives: [{metric: accuracy}, {metric: loss}]\n";
    String turned = "objectives: [{metric: loss}, {metric: accuracy}]\n";
    assertThat(SweepDefinitions.read(Sweep.BASE + list).hash())
        .isNotEqualTo(SweepDefinitions.read(Sweep.BASE + turned).hash());
  }

  @Test
  void pruningByAllOfThemIsPareto() {
    String pareto = "pruner: {name: pareto, min: 100, reduction: 2}\n";
    assertThat(SweepDefinitions.read(BOTH + pareto).pruner().name()).isEqualTo("pareto");
    assertThatThrownBy(() -> SweepDefinitions.read(BOTH + "pruner: {name: median}\n"))
        .hasMessageContaining("compares trials by one objective")
        .hasMessageContaining("use one of divergence, none, pareto, threshold");
    assertThatThrownBy(() -> SweepDefinitions.read(Sweep.BASE + pareto))
        .hasMessageContaining("pareto compares several objectives, and this sweep has one");
  }

  @Test
  void theStandardSamplerIsNsga2FromTheFirstTrialOn() {
    assertThat(points(SEARCH)).isEqualTo(points(SEARCH + "sampler: {name: nsga2}\n"));
  }

  /** The points of a search in which what is good for one objective is bad for the other. */
  private static List<SortedMap<String, Object>> points(String text) {
    TrialSearch search = TrialChoice.of(SweepDefinitions.read(text)).search();
    List<SortedMap<String, Object>> points = new ArrayList<>();
    for (var chosen = search.next(1); !chosen.trials().isEmpty(); chosen = search.next(1)) {
      TrialPoint trial = chosen.trials().get(0);
      points.add(trial.parameters());
      double dropout = (Double) trial.parameters().get("dropout");
      search.end(trial.number(), Result.of(List.of(dropout, 1 - dropout)));
    }
    return points;
  }
}
