package dev.hypersweep.sweeps.sampling;

import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Condition;
import dev.hypersweep.sweeps.Constraint;
import dev.hypersweep.sweeps.Domain;
import dev.hypersweep.sweeps.Integers;
import dev.hypersweep.sweeps.Normal;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.Reals;
import dev.hypersweep.sweeps.SpaceFile;
import dev.hypersweep.sweeps.expression.ExpressionFault;
import dev.hypersweep.sweeps.expression.ExpressionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Search spaces for tests. */
final class Spaces {

  /** Every kind of parameter, and two branches. */
  static final Space MIXED =
      of(
          """
          lr: {type: float, low: 1e-5, high: 0.1, log: true}
          dropout: {type: float, low: 0, high: 0.7}
          smoothing: {type: float, low: 0, high: 0.3, step: 0.05}
          width: {type: int, low: 32, high: 1024, step: 32}
          batch: {type: int, low: 8, high: 512, log: true}
          size: {type: ordinal, choices: [small, middle, large]}
          heads: {type: categorical, choices: [1, 2, 4, true, x]}
          branch: {type: categorical, choices: [a, b]}
          a.k: {type: int, low: 1, high: 8, when: {branch: [a]}}
          b.e: {type: float, low: 0, high: 1, when: {branch: b}}
          b.deep: {type: int, low: 1, high: 3, when: "branch == 'b' and width > 512"}
          """);

  static final Space NUMERIC =
      of(
          """
          x: {type: float, low: -5, high: 10}
          y: {type: float, low: 0, high: 15}
          """);

  static final Space FINITE =
      of(
          """
          a: {type: int, low: 1, high: 3}
          b: {type: categorical, choices: [x, y, z]}
          c: {type: float, low: 0, high: 0.5, step: 0.5, when: {b: [y, z]}}
          """);

  private Spaces() {}

  static Space of(String parameters) {
    return SpaceFile.read("parameters:\n" + parameters.indent(2)).space();
  }

  static Space constrained(Space space, String constraint) {
    try {
      return new FreeSpace(
          space.parameters(),
          List.of(new Constraint(ExpressionParser.parse(constraint))),
          Map.of());
    } catch (ExpressionFault e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A space drawn at random: 1 to 6 parameters, some of them under conditions. */
  static Space drawn(Draws draws) {
    List<Parameter> parameters = new ArrayList<>();
    int size = 1 + draws.below(6);
    for (int i = 0; i < size; i++) {
      Condition when = null;
      if (i > 0 && draws.uniform() < 0.4) {
        Parameter parent = parameters.get(draws.below(i));
        if (parent.domain() instanceof Choices choices) {
          SortedMap<String, List<Object>> values = new TreeMap<>();
          values.put(parent.name(), List.of(choices.values().get(0)));
          when = new Condition.Under(values);
        }
      }
      parameters.add(new Parameter("p" + i, domain(draws), when));
    }
    return new FreeSpace(parameters, List.of(), Map.of());
  }

  private static Domain domain(Draws draws) {
    double low = draws.uniform() * 10;
    return switch (draws.below(9)) {
      case 0 -> new Reals(-low, low + 1, false, null);
      case 1 -> new Reals(low * 1e-4 + 1e-6, low + 1, true, null);
      case 2 -> new Reals(0, 0.1 * (2 + draws.below(40)), false, 0.1);
      case 3 -> new Integers(1 + draws.below(9), 10 + draws.below(5000), true, 1);
      case 4 -> {
        int step = 1 + draws.below(5);
        yield new Integers(-7, -7 + step * (1 + draws.below(300)), false, step);
      }
      case 5 -> new Normal(low, 0.1 + draws.uniform(), false, low - 0.5, Double.POSITIVE_INFINITY);
      case 6 -> new Normal(-3, 0.1 + draws.uniform(), true, 0, 0.2);
      case 7 ->
          new Choices(List.<Object>of("a", 2L, 0.5, true).subList(0, 2 + draws.below(3)), false);
      default -> new Choices(List.<Object>of(16L, 32L, 64L), true);
    };
  }
}
