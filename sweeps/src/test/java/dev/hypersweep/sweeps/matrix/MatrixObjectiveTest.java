package dev.hypersweep.sweeps.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.sweeps.sampling.Goal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatrixObjectiveTest {

  private static final List<Long> SEEDS = List.of(0L, 1L);

  private static Map<String, Goal> goals(Goal a, Goal b) {
    Map<String, Goal> goals = new LinkedHashMap<>();
    goals.put("a", a);
    goals.put("b", b);
    return goals;
  }

  private static MatrixObjective rule(Aggregate aggregate, Holes holes) {
    return new MatrixObjective(aggregate, holes, goals(Goal.MAXIMIZE, Goal.MAXIMIZE), Map.of());
  }

  /** Values at a0, a1, b0, b1; null is missing, NaN failed. */
  private static Measured trial(Double... values) {
    Map<Place, Double> known = new HashMap<>();
    List<Place> places = Place.all(List.of("a", "b"), SEEDS);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        known.put(places.get(i), values[i]);
      }
    }
    return Measured.of(known);
  }

  private static double value(MatrixObjective rule, Measured... trials) {
    return rule.scores(List.of(trials), SEEDS).get(0).value();
  }

  @Test
  void theMeanIsOverDatasetsOfTheMeanOverSeeds() {
    assertThat(value(rule(Aggregate.MEAN, Holes.FAIL), trial(0.5, 0.7, 0.8, 1.0)))
        .isCloseTo(0.75, within(1e-12));
    // With a hole left out, datasets still weigh the same.
    assertThat(value(rule(Aggregate.MEAN, Holes.SKIP), trial(0.5, null, 0.8, 1.0)))
        .isCloseTo(0.7, within(1e-12));
  }

  @Test
  void theWorstDatasetIsTheOneInTheMetricsDirection() {
    assertThat(value(rule(Aggregate.WORST, Holes.FAIL), trial(0.5, 0.7, 0.8, 1.0)))
        .isCloseTo(0.6, within(1e-12));
    MatrixObjective loss =
        new MatrixObjective(
            Aggregate.WORST, Holes.FAIL, goals(Goal.MINIMIZE, Goal.MINIMIZE), Map.of());
    assertThat(value(loss, trial(0.5, 0.7, 0.8, 1.0))).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void weightsAreOfDatasets() {
    MatrixObjective rule =
        new MatrixObjective(
            Aggregate.WEIGHTED,
            Holes.FAIL,
            goals(Goal.MAXIMIZE, Goal.MAXIMIZE),
            Map.of("a", 3.0, "b", 1.0));
    assertThat(value(rule, trial(1.0, 1.0, 0.0, 0.0))).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void ranksNeedNoCommonScaleOrDirection() {
    MatrixObjective rule =
        new MatrixObjective(
            Aggregate.RANK_MEAN, Holes.FAIL, goals(Goal.MAXIMIZE, Goal.MINIMIZE), Map.of());
    List<Score> scores =
        rule.scores(
            List.of(
                trial(0.9, 0.9, 40.0, 42.0),
                trial(0.8, 0.8, 10.0, 10.0),
                trial(0.9, 0.9, 99.0, 9e9)),
            SEEDS);
    // Ranks on a: 1.5, 3, 1.5; on b: 2, 1, 3.
    assertThat(scores).extracting(Score::value).containsExactly(1.75, 2.0, 2.25);
    assertThat(scores).extracting(Score::loss).containsExactly(1.75, 2.0, 2.25);
  }

  @Test
  void aLossIsTheValueTurned() {
    Score score =
        rule(Aggregate.MEAN, Holes.FAIL).scores(List.of(trial(1.0, 1.0, 0.0, 0.0)), SEEDS).get(0);
    assertThat(score.value()).isEqualTo(0.5);
    assertThat(score.loss()).isEqualTo(-0.5);
  }

  @Test
  void eachRuleForHolesSaysHowManyThereAre() {
    Measured holed = trial(0.5, Double.NaN, 0.8, null);
    Measured other = trial(0.2, 0.3, 0.9, 0.9);
    for (Holes holes : Holes.values()) {
      Score score = rule(Aggregate.MEAN, holes).scores(List.of(holed, other), SEEDS).get(0);
      assertThat(score.counted()).isEqualTo(2);
      assertThat(score.failed()).isEqualTo(1);
      assertThat(score.missing()).isEqualTo(1);
      assertThat(score.isWhole()).isFalse();
      assertThat(score.words()).isEqualTo("2 of 4 runs, 1 failed, 1 missing");
      double expected =
          switch (holes) {
            case FAIL -> Double.NaN;
            case WORST -> (0.35 + 0.8) / 2;
            case SKIP -> 0.65;
          };
      assertThat(score.value()).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void aTrialWithoutAnyRunHasNoObjectiveUnderAnyRule() {
    for (Holes holes : Holes.values()) {
      for (Aggregate aggregate : List.of(Aggregate.MEAN, Aggregate.WORST, Aggregate.RANK_MEAN)) {
        List<Score> scores =
            rule(aggregate, holes).scores(List.of(trial(), trial(1.0, 1.0, 1.0, 1.0)), SEEDS);
        assertThat(scores.get(0).exists()).isFalse();
        assertThat(scores.get(1).exists()).isTrue();
      }
    }
  }

  @Test
  void aFailureThatIsSaidOutweighsAValue() {
    Place place = new Place("a", 0);
    Measured odd = new Measured(Map.of(place, 1.0), Set.of(place));
    assertThat(odd.at(place)).isNaN();
  }

  @Test
  void rulesThatCannotBeAppliedAreRefused() {
    Map<String, Goal> mixed = goals(Goal.MAXIMIZE, Goal.MINIMIZE);
    assertThatThrownBy(() -> new MatrixObjective(Aggregate.MEAN, Holes.FAIL, mixed, Map.of()))
        .hasMessageContaining("rank_mean");
    Map<String, Goal> same = goals(Goal.MAXIMIZE, Goal.MAXIMIZE);
    assertThatThrownBy(
            () -> new MatrixObjective(Aggregate.WEIGHTED, Holes.FAIL, same, Map.of("a", 1.0)))
        .hasMessageContaining("a, b");
    assertThatThrownBy(
            () ->
                new MatrixObjective(
                    Aggregate.WEIGHTED, Holes.FAIL, same, Map.of("a", 1.0, "b", -1.0)))
        .hasMessageContaining("-1.0");
  }
}
