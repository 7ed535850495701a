package dev.hypersweep.sweeps.bench;

import dev.hypersweep.sweeps.sampling.History;
import dev.hypersweep.sweeps.sampling.Result;
import dev.hypersweep.sweeps.sampling.Sampler;
import dev.hypersweep.sweeps.sampling.Samplers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One sampler on one function with one seed: the figure reached after each horizon. */
final class Race {

  static final List<Integer> HORIZONS = List.of(10, 20, 30, 50, 75, 100, 150, 200, 500);

  private Race() {}

  /**
   * Figures by horizon: the lowest value told so far; for a noisy function the noiseless value of
   * that trial; for several objectives the hypervolume.
   */
  static SortedMap<Integer, Double> run(TestFunction function, String name, long seed, int trials) {
    Sampler sampler = Samplers.named(name, function.space(), seed, trials);
    History history = new History();
    SortedMap<Integer, Double> figures = new TreeMap<>();
    List<double[]> points = new ArrayList<>();
    double best = Double.POSITIVE_INFINITY;
    double figure = Double.NaN;
    for (int i = 0; i < trials; i++) {
      Map<String, Object> point = sampler.next(history).orElse(null);
      if (point != null) {
        double[] value = function.observed(point, seed, i);
        history.add(new TreeMap<>(point));
        history.end(i, Result.of(Arrays.stream(value).boxed().toList()));
        points.add(value);
        if (value[0] < best) {
          best = value[0];
          figure = function.isNoisy() ? function.values().apply(point)[0] : best;
        }
      }
      if (HORIZONS.contains(i + 1)) {
        boolean several = function.objectives() > 1;
        figures.put(i + 1, several ? Hypervolume.of(points, function.reference()) : figure);
      }
    }
    return figures;
  }
}
