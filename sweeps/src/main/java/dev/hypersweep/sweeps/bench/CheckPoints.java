package dev.hypersweep.sweeps.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.sweeps.ask.Scalars;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Verifies the functions against the points that their file gives. */
final class CheckPoints {

  private static final double TOLERANCE = 1e-9;

  private CheckPoints() {}

  /**
   * Compares all points, and the noise and the hypervolume.
   *
   * @return how many points there were
   * @throws IOException naming the first one that deviates by more than 1e-9, relative
   */
  static int verify(FunctionFile file, List<TestFunction> functions) throws IOException {
    int count = 0;
    for (JsonNode check : file.root().get("hash_check")) {
      long hash =
          Noise.hash(
              check.get("a").longValue(), check.get("b").longValue(), check.get("c").longValue());
      if (!Long.toUnsignedString(hash).equals(check.get("hash").textValue())) {
        throw new IOException("the noise hash of " + check + " is " + Long.toUnsignedString(hash));
      }
      count++;
    }
    for (JsonNode check : file.root().get("hypervolume_check")) {
      List<double[]> points = new ArrayList<>();
      check.get("points").forEach(point -> points.add(Values.array(point)));
      double volume = Hypervolume.of(points, Values.array(check.get("reference_point")));
      require("hypervolume", check.get("hypervolume").doubleValue(), volume);
      count++;
    }
    for (TestFunction function : functions) {
      for (JsonNode check : function.json().get("check")) {
        verify(function, check);
        count++;
      }
    }
    return count;
  }

  private static void verify(TestFunction function, JsonNode check) throws IOException {
    Map<String, Object> point = new TreeMap<>();
    check
        .get("params")
        .properties()
        .forEach(one -> point.put(one.getKey(), Scalars.of(one.getValue())));
    double[] values = function.values().apply(point);
    JsonNode wanted = check.get("value");
    for (int i = 0; i < values.length; i++) {
      double value = wanted.isArray() ? wanted.get(i).doubleValue() : wanted.doubleValue();
      require(function.name() + " at " + point, value, values[i]);
    }
    if (check.has("observed")) {
      double observed =
          function.observed(point, check.get("seed").longValue(), check.get("trial").intValue())[0];
      require(function.name() + " with noise", check.get("observed").doubleValue(), observed);
    }
  }

  private static void require(String what, double wanted, double got) throws IOException {
    if (!(Math.abs(got - wanted) <= TOLERANCE * Math.max(1, Math.abs(wanted)))) {
      throw new IOException(what + " is " + got + ", not " + wanted);
    }
  }
}
