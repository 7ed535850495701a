package dev.hypersweep.sweeps.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.sweeps.sampling.Space;
import java.util.Map;
import java.util.function.Function;

/**
 * A function to be minimised.
 *
 * @param json its entry in the file
 * @param space what it is defined on
 * @param values value of each objective, without noise
 */
record TestFunction(JsonNode json, Space space, Function<Map<String, Object>, double[]> values) {

  String name() {
    return json.get("name").textValue();
  }

  int objectives() {
    return json.path("objectives").asInt(1);
  }

  boolean isNoisy() {
    return json.has("noise_sd");
  }

  boolean isTable() {
    return json.path("const").has("file");
  }

  double[] reference() {
    return Values.array(json.get("reference_point"));
  }

  /** Lowest value, or greatest hypervolume. */
  double optimum() {
    JsonNode optimum = json.get("optimum");
    return optimum.path("value").asDouble(optimum.path("hypervolume").asDouble());
  }

  /** What an optimiser is told. */
  double[] observed(Map<String, Object> point, long seed, int trial) {
    double[] value = values.apply(point);
    if (isNoisy()) {
      value[0] += json.get("noise_sd").doubleValue() * Noise.normal(seed, trial);
    }
    return value;
  }
}
