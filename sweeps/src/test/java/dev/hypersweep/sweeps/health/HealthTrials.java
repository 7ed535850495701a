package dev.hypersweep.sweeps.health;

import dev.hypersweep.sweeps.SpaceFile;
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
import java.util.function.ToDoubleFunction;

/** Trials of a small space, as health is tested on. */
final class HealthTrials {

  private HealthTrials() {}

  static final Space SPACE =
      SpaceFile.read(
              """
              parameters:
                big: {type: float, low: 0, high: 1}
                small: {type: float, low: 0, high: 1}
                idle: {type: float, low: 0, high: 1}
                gate: {type: categorical, choices: [a, b, c]}
                depth: {type: int, low: 1, high: 8, when: {gate: [a, b]}}
              """)
          .space();

  static double at(SortedMap<String, Object> point, String name) {
    return ((Number) point.get(name)).doubleValue();
  }

  /** Trials of three datasets and some seeds whose runs are the loss with noise. */
  static List<Observed> trials(
      int count, int seeds, double noise, ToDoubleFunction<SortedMap<String, Object>> loss) {
    RandomSearch sampler = new RandomSearch(SPACE, 3);
    History history = new History();
    List<Observed> trials = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      SortedMap<String, Object> point = sampler.next(history).orElseThrow();
      history.add(point);
      Draws draws = Draws.of(t, "health", 0);
      Map<Place, Double> runs = new HashMap<>();
      double sum = 0;
      for (Place place : Place.all(List.of("a", "b", "c"), seeds(seeds))) {
        double value = loss.applyAsDouble(point) + noise * draws.normal();
        runs.put(place, value);
        sum += value;
      }
      trials.add(new Observed(t, point, sum / runs.size(), null, runs));
    }
    return trials;
  }

  private static List<Long> seeds(int count) {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 0; seed < count; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  static Health health(List<Observed> trials) {
    return Health.of(SPACE.parameters(), trials);
  }

  static List<Finding> of(Kind kind, Health health) {
    return health.findings().stream().filter(one -> one.kind() == kind).toList();
  }
}
