package dev.hypersweep.sweeps.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.sweeps.SpaceFile;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.RandomSearch;
import dev.hypersweep.sweeps.sampling.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static final List<String> STRATEGIES =
      List.of(
          "none",
          "median",
          "asha",
          "hyperband",
          "patience",
          "asha-promotion",
          "halving-promotion",
          "hyperband-promotion");

  private static final Space SPACE =
      SpaceFile.read(
              """
              parameters:
                lr: {type: float, low: 1e-4, high: 1e-1, log: true}
                width: {type: int, low: 1, high: 64}
                gate: {type: categorical, choices: [a, b, c]}
              """)
          .space();

  private static Curves curves(long seed) {
    return new SyntheticCurves(SPACE, List.of(new Place("d", 0)), 27, 27, seed);
  }

  private static Curves matrix() {
    return new SyntheticCurves(
        SPACE, Place.all(List.of("a", "b", "c", "d"), List.of(0L, 1L, 2L)), 1, 10, 3);
  }

  private static Outcome run(Curves curves, String strategy, Limits limits) {
    return Simulation.run(
        curves,
        new RandomSearch(curves.space(), limits.seed()),
        Strategy.read(strategy, curves.steps(), limits.seed()),
        (trial, known) -> curves.places(),
        limits);
  }

  @Test
  void aRaceTakesTheCheapDatasetFirstOnceItKnowsOfIt() {
    List<Place> places = Place.all(List.of("dear", "cheap"), List.of(0L));
    Curves curves = new Costly(new SyntheticCurves(SPACE, places, 1, 10, 3));
    List<String> first = new ArrayList<>();
    Ordering learned = Ordering.learned(places);
    Simulation.run(
        curves,
        new RandomSearch(curves.space(), 5),
        Strategy.read("racing", curves.steps(), 5),
        (trial, known) -> {
          List<Place> order = learned.of(trial, known);
          first.add(order.get(0).dataset());
          return order;
        },
        limits(1, 6));
    assertThat(first.get(0)).isEqualTo("dear");
    assertThat(first.subList(1, 6)).containsOnly("cheap");
  }

  /** Each run of the first dataset takes ten times as long. */
  private record Costly(Curves curves) implements Curves {

    @Override
    public Space space() {
      return curves.space();
    }

    @Override
    public List<Place> places() {
      return curves.places();
    }

    @Override
    public long steps() {
      return curves.steps();
    }

    @Override
    public List<Curve> of(SortedMap<String, Object> point) {
      List<Curve> all = new ArrayList<>(curves.of(point));
      Curve dear = all.get(0);
      all.set(0, new Curve(dear.steps(), dear.losses(), 10 * dear.seconds()));
      return all;
    }

    @Override
    public OptionalDouble optimum() {
      return curves.optimum();
    }
  }

  private static Limits limits(int workers, int trials) {
    return new Limits(workers, trials, Double.POSITIVE_INFINITY, 5);
  }

  @Test
  void equalArgumentsGiveEqualOutcomes() {
    for (String strategy : STRATEGIES) {
      assertThat(run(curves(1), strategy, limits(7, 80)))
          .as(strategy)
          .isEqualTo(run(curves(1), strategy, limits(7, 80)));
    }
  }

  @Test
  void withoutAPrunerEveryTrialRunsToItsEnd() {
    Curves curves = curves(1);
    Outcome outcome = run(curves, "none", limits(4, 50));
    assertThat(outcome.completed()).isEqualTo(50);
    assertThat(outcome.reports()).isEqualTo(50 * 27);
    double seconds = 0;
    double lowest = Double.POSITIVE_INFINITY;
    RandomSearch sampler = new RandomSearch(SPACE, 5);
    var history = new History();
    for (int trial = 0; trial < 50; trial++) {
      var point = sampler.next(history).orElseThrow();
      history.add(point);
      seconds += curves.of(point).get(0).seconds();
      lowest = Math.min(lowest, curves.of(point).get(0).last());
    }
    assertThat(outcome.workerSeconds()).isCloseTo(seconds, within(1e-6));
    assertThat(outcome.bestAt(seconds + 1)).isEqualTo(lowest);
    assertThat(outcome.seconds()).isBetween(seconds / 4, seconds / 4 + 60);
  }

  @Test
  void everyTrialThatBeginsEndsOrPausesAndNothingIsCountedTwice() {
    for (String strategy : STRATEGIES) {
      Outcome outcome = run(curves(2), strategy, limits(9, 120));
      assertThat(outcome.begun()).as(strategy).isEqualTo(120);
      int ended = outcome.completed() + outcome.pruned() + outcome.failed();
      assertThat(ended).as(strategy).isLessThanOrEqualTo(120);
      if (!strategy.endsWith("promotion")) {
        assertThat(ended).as(strategy).isEqualTo(120);
      }
      assertThat(outcome.completed()).as(strategy).isPositive();
    }
  }

  @Test
  void promotionFromACheckpointNeverPaysAStepTwice() {
    Outcome whole = run(curves(2), "none", limits(3, 81));
    Outcome promoted = run(curves(2), "halving-promotion", limits(3, 81));
    // Of 27: 27 · 1 + 9 · 2 + 3 · 6 + 1 · 18 steps.
    assertThat(promoted.reports()).isEqualTo(3 * (27 + 9 * 2 + 3 * 6 + 18));
    assertThat(promoted.workerSeconds()).isLessThan(whole.workerSeconds() / 5);
  }

  @Test
  void aBudgetOfWorkerTimeEndsTheSweep() {
    Outcome outcome = run(curves(1), "none", new Limits(5, 1000, 300, 1));
    assertThat(outcome.workerSeconds()).isEqualTo(300);
    assertThat(outcome.begun()).isLessThan(40);
  }

  @Test
  void racingTakesFewerCellsAndFindsThatBest() {
    Outcome none = run(matrix(), "none", limits(1, 200));
    Outcome racing = run(matrix(), "racing", limits(1, 200));
    assertThat(racing.workerSeconds()).isLessThan(none.workerSeconds() / 3);
    assertThat(racing.bestAt(1e9)).isCloseTo(none.bestAt(1e9), within(0.02));
    assertThat(none.reports()).isEqualTo(200 * 12);
  }

  @Test
  void ashaFindsWhatRandomSearchFindsInLessTime() {
    List<Double> ratios = new ArrayList<>();
    for (int seed = 0; seed < 9; seed++) {
      Limits limits = new Limits(100, 2000, 500 * 27, seed);
      Outcome random = run(curves(seed), "none", limits);
      double target = random.bestAt(1e9);
      ratios.add(run(curves(seed), "asha", limits).secondsTo(target) / random.secondsTo(target));
    }
    assertThat(ratios.stream().sorted().toList().get(4)).isLessThan(1);
  }

  @Test
  void aHundredWorkersAndTenThousandTrialsTakeSeconds() {
    long start = System.nanoTime();
    Outcome outcome = run(curves(1), "asha", limits(100, 10_000));
    assertThat(outcome.begun()).isEqualTo(10_000);
    Outcome promoted = run(curves(1), "asha-promotion", limits(100, 10_000));
    assertThat(promoted.begun()).isEqualTo(10_000);
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(60);
  }

  @Test
  void aTrialWhoseCurveIsNoNumberFailsAndStopsNobody() {
    String csv = "x,e1,e2,e3\n1,0.9,nan,nan\n2,0.8,0.7,0.6\n3,0.9,0.8,0.7\n".replace("nan", "NaN");
    TableCurves table = CsvCurves.read(csv.lines().toList(), 1);
    Outcome outcome = run(table, "none", limits(2, 3));
    assertThat(outcome.failed()).isEqualTo(1);
    assertThat(outcome.completed()).isEqualTo(2);
    assertThat(outcome.best()).containsEntry("x", 2L);
  }

  @Test
  void strategiesThatDoNotExistAreRefused() {
    assertThatThrownBy(() -> Strategy.read("asha-promotion,max=3", 27, 0))
        .hasMessageContaining("reduction");
    assertThatThrownBy(() -> Strategy.read("ahsa", 27, 0)).hasMessageContaining("asha-promotion");
  }
}
