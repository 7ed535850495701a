package dev.hypersweep.orchestrator.study;

import dev.hypersweep.orchestrator.problem.ProblemException;
import java.util.List;
import java.util.Objects;

/** Fields of requests that must be there. */
final class Whole {

  private Whole() {}

  /** A number from 0. */
  static int number(String field, Integer value) {
    if (value == null || value < 0) {
      throw ProblemException.invalidValue(
          field, value, "a whole number from 0", "send \"" + field + "\":0");
    }
    return value;
  }

  /** One per objective; one of the two must be there. */
  static List<Double> values(Double value, List<Double> values) {
    boolean sound =
        value == null
            ? values != null && !values.isEmpty() && values.stream().allMatch(Objects::nonNull)
            : values == null;
    if (!sound) {
      throw ProblemException.invalidValue(
          "values",
          values,
          "a number, or a list of one number per objective",
          "send \"value\":1.2 or \"values\":[0.3,1.5]");
    }
    return value == null ? List.copyOf(values) : List.of(value);
  }
}
