package dev.hypersweep.sweeps.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hypersweep.sweeps.ask.Scalars;
import dev.hypersweep.sweeps.matrix.Place;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stored runs of a sweep as JSON:
 *
 * <pre>{@code
 * {"goal": "maximize",
 *  "trials": [
 *    {"parameters": {"learning_rate": 0.001},
 *     "runs": [{"dataset": "glue/rte", "seed": 0, "seconds": 81.5,
 *               "curve": [[100, 0.61], [200, 0.66]]}]}]}
 * }</pre>
 *
 * A curve is a list of (step, value of the objective's metric), the last one being the result; a
 * value that is null was not a number. {@code goal} is minimize unless it is said. Trials that lack
 * a run which others have cannot be simulated; they are left out, and counted.
 *
 * @param curves of the trials that are whole
 * @param leftOut how many are not
 */
record StoredCurves(TableCurves curves, int leftOut) {

  static StoredCurves read(String text) {
    JsonNode root;
    try {
      root =
          JsonMapper.builder()
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
              .build()
              .readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "line " + e.getLocation().getLineNr() + ": not JSON: " + e.getOriginalMessage(), e);
    }
    String word = root.path("goal").asText("minimize");
    if (!word.equals("minimize") && !word.equals("maximize")) {
      throw new IllegalArgumentException("goal is minimize or maximize, not '" + word + "'");
    }
    Goal goal = word.equals("maximize") ? Goal.MAXIMIZE : Goal.MINIMIZE;
    Map<SortedMap<String, Object>, Map<Place, Curve>> trials = new LinkedHashMap<>();
    Set<Place> places = new LinkedHashSet<>();
    int number = 0;
    for (JsonNode trial : root.path("trials")) {
      String where = "trials[" + number++ + "]";
      if (!trial.path("parameters").isObject()) {
        throw new IllegalArgumentException(where + ": parameters is missing");
      }
      SortedMap<String, Object> point = new TreeMap<>();
      trial
          .get("parameters")
          .properties()
          .forEach(one -> point.put(one.getKey(), Scalars.of(one.getValue())));
      Map<Place, Curve> runs = trials.computeIfAbsent(point, any -> new HashMap<>());
      int index = 0;
      for (JsonNode run : trial.path("runs")) {
        Place place = new Place(run.path("dataset").asText("run"), run.path("seed").asLong());
        places.add(place);
        runs.putIfAbsent(place, curve(run, where + ".runs[" + index++ + "]", goal));
      }
    }
    List<Place> order = new ArrayList<>(places);
    Map<SortedMap<String, Object>, List<Curve>> whole = new LinkedHashMap<>();
    trials.forEach(
        (point, runs) -> {
          if (runs.keySet().equals(places)) {
            whole.put(point, order.stream().map(runs::get).toList());
          }
        });
    if (whole.isEmpty()) {
      throw new IllegalArgumentException(
          "no trial has all its runs: write {\"trials\":[{\"parameters\":{..},\"runs\":[{\"curve\":[[1,0.5]]}]}]}");
    }
    return new StoredCurves(new TableCurves(order, whole), trials.size() - whole.size());
  }

  private static Curve curve(JsonNode run, String where, Goal goal) {
    JsonNode points = run.path("curve");
    long[] steps = new long[points.size()];
    double[] losses = new double[points.size()];
    for (int i = 0; i < steps.length; i++) {
      JsonNode point = points.get(i);
      boolean number = point.path(1).isNumber() || point.path(1).isNull();
      if (!point.path(0).canConvertToLong() || !number) {
        throw new IllegalArgumentException(
            where + ".curve[" + i + "] is [step, value], not " + point);
      }
      steps[i] = point.get(0).longValue();
      if (steps[i] < 1 || i > 0 && steps[i] <= steps[i - 1]) {
        throw new IllegalArgumentException(where + ".curve[" + i + "]: steps ascend from 1");
      }
      losses[i] = goal.loss(point.get(1).isNull() ? Double.NaN : point.get(1).doubleValue());
    }
    double seconds = run.path("seconds").asDouble(steps.length);
    try {
      return new Curve(steps, losses, seconds);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
    }
  }
}
