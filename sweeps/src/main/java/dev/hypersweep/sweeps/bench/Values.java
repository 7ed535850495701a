package dev.hypersweep.sweeps.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Typed access to a point of a function and to the function's constants. */
record Values(JsonNode function, Map<String, Object> point) {

  double number(String name) {
    return ((Number) point.get(name)).doubleValue();
  }

  String text(String name) {
    return (String) point.get(name);
  }

  JsonNode constant(String name) {
    return function.path("const").path(name);
  }

  double[] numbers(String constant) {
    return array(constant(constant));
  }

  static double[] array(JsonNode list) {
    double[] array = new double[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i).doubleValue();
    }
    return array;
  }

  /** The parameters in order, shifted and rotated where the function says so: z = R (x - s). */
  double[] vector() {
    JsonNode space = function.get("space");
    double[] x = new double[space.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = number(space.get(i).get("name").textValue());
    }
    if (!constant("shift").isMissingNode()) {
      double[] shift = numbers("shift");
      for (int i = 0; i < x.length; i++) {
        x[i] -= shift[i];
      }
    }
    return constant("rotation").isMissingNode() ? x : rotated(x);
  }

  private double[] rotated(double[] x) {
    double[] z = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double[] row = array(constant("rotation").get(i));
      for (int j = 0; j < x.length; j++) {
        z[i] += row[j] * x[j];
      }
    }
    return z;
  }
}
