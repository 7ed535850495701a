package dev.hypersweep.sweeps.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.sweeps.pruning.Pruners;
import dev.hypersweep.sweeps.pruning.Pruning;
import dev.hypersweep.sweeps.pruning.RungJob;
import dev.hypersweep.sweeps.sampling.Draws;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunOrderTest {

  private static final List<String> DATASETS = List.of("noise", "telling", "dear");

  /** Two datasets that show a trial's quality and one that shows nothing. */
  private static Map<String, double[]> stored(int trials) {
    Map<String, double[]> stored = new HashMap<>();
    for (String dataset : DATASETS) {
      double[] losses = new double[trials];
      for (int t = 0; t < trials; t++) {
        Draws draws = Draws.of(1, dataset, t);
        double noise = 0.05;
        losses[t] = (dataset.equals("noise") ? 0 : t / (double) trials) + noise * draws.normal();
      }
      stored.put(dataset, losses);
    }
    return stored;
  }

  @Test
  void tellingDatasetsComeFirstAndTheCheapOneOfEquals() {
    assertThat(RunOrder.datasets(DATASETS, stored(40), Map.of()).get(2)).isEqualTo("noise");
    assertThat(RunOrder.datasets(DATASETS, stored(40), Map.of("dear", 50.0)).get(0))
        .isEqualTo("telling");
    assertThat(RunOrder.datasets(DATASETS, stored(40), Map.of("telling", 50.0)).get(0))
        .isEqualTo("dear");
  }

  @Test
  void whileLittleIsStoredTheCheapOnesComeFirstElseTheSweepsOrderHolds() {
    assertThat(RunOrder.datasets(DATASETS, stored(3), Map.of("noise", 9.0, "telling", 2.0)))
        .containsExactly("dear", "telling", "noise");
    assertThat(RunOrder.datasets(DATASETS, Map.of(), Map.of())).isEqualTo(DATASETS);
  }

  @Test
  void trialsThatLackADatasetAreLeftOut() {
    Map<String, double[]> stored = stored(40);
    for (int t = 5; t < 40; t++) {
      stored.get("noise")[t] = Double.NaN;
    }
    assertThat(RunOrder.datasets(DATASETS, stored, Map.of("noise", 0.5)).get(0)).isEqualTo("noise");
  }

  @Test
  void everyDatasetIsThereOnce() {
    assertThat(RunOrder.datasets(DATASETS, stored(20), Map.of("noise", 0.0)))
        .containsExactlyInAnyOrderElementsOf(DATASETS);
  }

  @Test
  void aSecondSeedWaitsUntilEveryDatasetHadTheFirst() {
    assertThat(RunOrder.places(List.of("b", "a"), List.of(0L, 7L)))
        .containsExactly(
            new Place("b", 0), new Place("a", 0), new Place("b", 7), new Place("a", 7));
  }

  @Test
  void aRungIsAPartOfEveryRunOfTheTrial() {
    List<Place> order = RunOrder.places(List.of("b", "a"), List.of(0L));
    assertThat(RunBudget.of(new RungJob(4, 100, 300), order, 1000))
        .containsExactly(
            new RunBudget(new Place("b", 0), 100, 300, 1000),
            new RunBudget(new Place("a", 0), 100, 300, 1000));
    assertThat(RunBudget.of(new RungJob(4, 300, 2000), order, 1000).get(0).isLast()).isTrue();
    assertThatThrownBy(() -> new RunBudget(order.get(0), 5, 5, 9))
        .hasMessageContaining("from step 5");
  }

  @Test
  void aTrialTakesNoRunsMoreOnceTheRaceIsLost() {
    List<String> datasets = List.of("a", "b", "c", "d", "e", "f");
    List<Place> places = Place.all(datasets, List.of(0L));
    Map<String, Goal> goals = new HashMap<>();
    datasets.forEach(dataset -> goals.put(dataset, Goal.MAXIMIZE));
    Pruning pruning = new Pruning(Pruners.named("wilcoxon", Goal.MAXIMIZE, 0));
    TrialRace first = new TrialRace(0, places, places, goals, pruning);
    places.forEach(place -> first.measured(place, 0.9));
    pruning.complete(0, -0.9);
    List<Place> order = RunOrder.places(List.of("f", "e", "d", "c", "b", "a"), List.of(0L));
    TrialRace second = new TrialRace(1, order, places, goals, pruning);
    Set<Place> taken = new HashSet<>();
    while (second.next(taken).isPresent()) {
      Place place = second.next(taken).get();
      taken.add(place);
      second.measured(place, 0.9 - 0.1 * taken.size());
    }
    assertThat(taken).containsExactlyInAnyOrderElementsOf(order.subList(0, 4));
    assertThat(second.isHopeless()).isTrue();
  }
}
