package dev.hypersweep.trainer.parity.vector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.statistics.search.ExpectedMaximum;
import dev.hypersweep.statistics.search.Hypervolume;
import dev.hypersweep.statistics.search.Incumbents;
import dev.hypersweep.statistics.search.Objectives;
import dev.hypersweep.statistics.search.ParetoFronts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code pareto.*} and {@code search.*}: what a search has found. */
final class SearchVectors {

  private SearchVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "pareto.hypervolume", SearchVectors::hypervolume,
        "pareto.fronts", SearchVectors::fronts,
        "search.expected_maximum", SearchVectors::expectedMaximum,
        "search.incumbent", SearchVectors::incumbent);
  }

  private static Object hypervolume(Input input) {
    Hypervolume volume =
        Hypervolume.of(input.numberRows("points"), input.numbers("reference"), objectives(input));
    return Map.of("hypervolume", volume.value(), "points_inside", volume.pointsInside());
  }

  private static Object fronts(Input input) {
    double[][] points = input.numberRows("points");
    Objectives objectives = objectives(input);
    return Map.of(
        "front", ParetoFronts.front(points, objectives),
        "rank", ParetoFronts.ranks(points, objectives));
  }

  private static Object expectedMaximum(Input input) {
    ExpectedMaximum maximum = ExpectedMaximum.of(input.numbers("scores"));
    return Map.of(
        "with_replacement", maximum.withReplacement(),
        "variance_with_replacement", maximum.varianceWithReplacement(),
        "without_replacement", maximum.withoutReplacement());
  }

  private static Object incumbent(Input input) {
    double[] scores = input.numbers("scores");
    List<Double> best = new ArrayList<>();
    List<Integer> index = new ArrayList<>();
    for (int position : Incumbents.of(scores, input.flag("maximize", true))) {
      boolean none = position == Incumbents.NONE;
      best.add(none ? null : scores[position]);
      index.add(none ? null : position);
    }
    return Map.of("best", best, "index", index);
  }

  private static Objectives objectives(Input input) {
    JsonNode maximize = input.json().path("maximize");
    boolean[] directions = new boolean[maximize.size()];
    for (int i = 0; i < directions.length; i++) {
      directions[i] = maximize.get(i).booleanValue();
    }
    return new Objectives(directions);
  }
}
