package dev.hypersweep.sweeps.health;

import static dev.hypersweep.sweeps.health.HealthTrials.at;
import static dev.hypersweep.sweeps.health.HealthTrials.health;
import static dev.hypersweep.sweeps.health.HealthTrials.of;
import static dev.hypersweep.sweeps.health.HealthTrials.trials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.SpaceFile;
import dev.hypersweep.sweeps.SweepDefinitions;
import dev.hypersweep.sweeps.health.Finding.Kind;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.RandomSearch;
import dev.hypersweep.sweeps.sampling.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HealthTest {

  @Test
  void importanceOrdersParametersAndItsIntervalsHoldIt() {
    List<Importance> importances =
        health(trials(150, 1, 0.01, point -> 3 * at(point, "big") + at(point, "small")))
            .importances();
    assertThat(importances).extracting(Importance::parameter).startsWith("big", "small");
    assertThat(importances.get(0).value()).isGreaterThan(3 * importances.get(1).value());
    assertThat(importances)
        .allSatisfy(
            one -> {
              assertThat(one.value()).isNotNegative();
              assertThat(one.interval().low()).isLessThanOrEqualTo(one.value());
              assertThat(one.interval().high()).isGreaterThanOrEqualTo(one.value());
            });
  }

  @Test
  void importanceIsTheSameEachTimeAndNothingIsSaidOfFewTrials() {
    List<Observed> trials = trials(60, 1, 0.1, point -> at(point, "big"));
    assertThat(health(trials).importances()).isEqualTo(health(trials).importances());
    assertThat(health(trials.subList(0, 19)).importances()).isEmpty();
  }

  @Test
  void aCategoricalParameterCanBeTheOneThatMatters() {
    List<Importance> importances =
        health(trials(120, 1, 0.01, point -> point.get("gate").equals("b") ? 0 : 1)).importances();
    assertThat(importances.get(0).parameter()).isEqualTo("gate");
  }

  @Test
  void aParameterWithoutEffectIsNamedAndOneWithEffectIsNot() {
    Health health =
        health(trials(200, 1, 0.001, point -> 3 * at(point, "big") + at(point, "small")));
    List<Finding> idle = of(Kind.NO_EFFECT, health);
    assertThat(idle)
        .as(health.importances().toString())
        .extracting(Finding::subject)
        .contains("idle")
        .doesNotContain("big", "small");
    assertThat(idle.get(0).text()).contains("200 trials");
  }

  @Test
  void whereNothingMattersNoParameterIsBlamed() {
    assertThat(of(Kind.NO_EFFECT, health(trials(100, 1, 1, point -> 0)))).isEmpty();
  }

  @Test
  void bestTrialsAtTheEndOfARangeAreSaidWithTheEnd() {
    Health health = health(trials(100, 1, 0.01, point -> -at(point, "big")));
    List<Finding> edges = of(Kind.EDGE, health);
    assertThat(edges).extracting(Finding::subject).containsExactly("big");
    assertThat(edges.get(0).text()).contains("upper end of big");
    assertThat(edges.get(0).place()).isEqualTo("parameters.big");
    assertThat(edges.get(0).advice()).contains("Widen");
    assertThat(edges.get(0).numbers()).containsKeys("best", "at_edge", "share", "p");
  }

  @Test
  void bestTrialsInTheMiddleAreNoFinding() {
    Health health = health(trials(100, 1, 0.01, point -> Math.abs(at(point, "big") - 0.5)));
    assertThat(of(Kind.EDGE, health)).isEmpty();
  }

  @Test
  void chanceSeldomLooksLikeAnEdge() {
    int said = 0;
    for (int offset = 0; offset < 20; offset++) {
      int shift = 1000 * offset;
      List<Observed> trials =
          trials(100, 1, 0, point -> Draws.of(shift, point.toString(), 0).uniform());
      said += of(Kind.EDGE, health(trials)).size();
    }
    assertThat(said).isLessThanOrEqualTo(3);
  }

  @Test
  void seedsThatDifferMoreThanTrialsAreSaid() {
    assertThat(of(Kind.NOISE, health(trials(30, 3, 1, point -> 0.1 * at(point, "big")))))
        .hasSize(1);
    assertThat(of(Kind.NOISE, health(trials(30, 3, 0.01, point -> at(point, "big"))))).isEmpty();
    assertThat(of(Kind.NOISE, health(trials(30, 1, 1, point -> 0)))).as("one seed").isEmpty();
  }

  @Test
  void leadersThatCannotBeToldApartNeedMoreSeedsAndItSaysHowMany() {
    List<Observed> noisy = trials(30, 2, 0.3, point -> 0.1 * at(point, "big"));
    Finding finding = of(Kind.MORE_SEEDS, health(noisy)).get(0);
    assertThat(finding.numbers().get("p")).isGreaterThan(0.05);
    boolean said = finding.advice().contains("seeds per dataset");
    assertThat(finding.numbers().containsKey("seeds")).isEqualTo(said);
    assertThat(finding.numbers().getOrDefault("seeds", 9.0)).isGreaterThan(2);
  }

  @Test
  void theNumberOfSeedsIsWhatTheTestsPowerNeeds() {
    // Differences 0.1 with standard deviation 0.2: d = 0.5 needs 34 pairs at 80 % power.
    double[] differences = {0.1 + 0.2, 0.1 - 0.2, 0.1};
    Map<Place, Double> first = new HashMap<>();
    Map<Place, Double> second = new HashMap<>();
    for (int i = 0; i < 3; i++) {
      first.put(new Place("d" + i, 0), 1.0);
      second.put(new Place("d" + i, 0), 1.0 + differences[i]);
    }
    Health health =
        health(
            List.of(
                new Observed(4, new TreeMap<>(), 1.0, null, first),
                new Observed(7, new TreeMap<>(), 1.1, null, second)));
    Finding finding = of(Kind.MORE_SEEDS, health).get(0);
    // 34 pairs over three datasets.
    assertThat(finding.numbers()).containsEntry("seeds", 12.0).containsEntry("first", 4.0);
    assertThat(finding.text()).contains("trial 4 and trial 7");
    assertThat(finding.advice()).contains("12 seeds");
  }

  @Test
  void leadersThatDifferAreSaidToDiffer() {
    List<Observed> clear = trials(10, 4, 0.001, point -> at(point, "big"));
    assertThat(of(Kind.SEPARATED, health(clear))).hasSize(1);
    assertThat(of(Kind.MORE_SEEDS, health(clear))).isEmpty();
  }

  @Test
  void oneCauseThatStopsEveryTrialIsNamed() {
    List<Observed> failed = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      failed.add(new Observed(t, new TreeMap<>(), Double.NaN, "OOM", Map.of()));
    }
    Finding finding = of(Kind.ONE_CAUSE, health(failed)).get(0);
    assertThat(finding.text()).contains("All 4").contains("OOM");
    failed.add(new Observed(4, new TreeMap<>(), Double.NaN, "NAN", Map.of()));
    assertThat(of(Kind.ONE_CAUSE, health(failed))).isEmpty();
    failed.remove(4);
    failed.add(new Observed(4, new TreeMap<>(), 0.5, null, Map.of()));
    assertThat(of(Kind.ONE_CAUSE, health(failed))).isEmpty();
  }

  @Test
  void aChoiceWithWhichEveryTrialFailsForOneCauseIsNamed() {
    List<Observed> trials = new ArrayList<>();
    for (Observed trial : trials(60, 1, 0.01, point -> at(point, "big"))) {
      boolean fails = trial.point().get("gate").equals("b");
      double loss = fails ? Double.NaN : trial.loss();
      trials.add(
          new Observed(trial.number(), trial.point(), loss, fails ? "OOM" : null, trial.runs()));
    }
    Finding finding = of(Kind.ONE_CAUSE, health(trials)).get(0);
    assertThat(finding.place()).isEqualTo("parameters.gate");
    assertThat(finding.text()).contains("gate = b").contains("OOM");
    assertThat(of(Kind.ONE_CAUSE, health(trials(60, 1, 0.01, point -> 1)))).isEmpty();
  }

  @Test
  void theEndOfASettingItselfIsNoEdge() {
    Space space = SpaceFile.read("parameters: {dropout: {type: float, low: 0, high: 0.5}}").space();
    RandomSearch sampler = new RandomSearch(space, 3);
    History history = new History();
    List<Observed> low = new ArrayList<>();
    List<Observed> high = new ArrayList<>();
    for (int t = 0; t < 100; t++) {
      SortedMap<String, Object> point = sampler.next(history).orElseThrow();
      history.add(point);
      low.add(new Observed(t, point, at(point, "dropout"), null, Map.of()));
      high.add(new Observed(t, point, -at(point, "dropout"), null, Map.of()));
    }
    assertThat(of(Kind.EDGE, Health.of(space.parameters(), low))).isEmpty();
    assertThat(of(Kind.EDGE, Health.of(space.parameters(), high))).hasSize(1);
  }

  @Test
  void variantsCountAsAParameter() {
    List<Parameter> parameters =
        Searched.of(
            SweepDefinitions.read(
                """
                name: s
                variants: [dense, moe]
                datasets: [wordnet/noun-supersense]
                parameters: {learning_rate: {type: float, low: 1e-4, high: 1e-2}}
                budget: {trials: 30}
                """));
    assertThat(parameters)
        .extracting(Parameter::name)
        .containsExactly(Searched.VARIANTS, "learning_rate");
    List<Observed> trials = new ArrayList<>();
    for (int t = 0; t < 60; t++) {
      String variant = t % 2 == 0 ? "dense" : "moe";
      double rate = 1e-4 + 1e-4 * (t * 37 % 60);
      trials.add(
          new Observed(
              t,
              new TreeMap<>(Map.of(Searched.VARIANTS, variant, "learning_rate", rate)),
              (variant.equals("moe") ? 0 : 1) + rate,
              null,
              Map.of()));
    }
    assertThat(Health.of(parameters, trials).importances().get(0).parameter())
        .isEqualTo(Searched.VARIANTS);
  }

  @Test
  void findingsBeginWithTheWorst() {
    assertThat(health(trials(30, 2, 1, point -> -at(point, "big"))).findings())
        .extracting(Finding::severity)
        .isSorted();
  }
}
