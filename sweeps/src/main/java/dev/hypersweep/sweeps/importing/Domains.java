package dev.hypersweep.sweeps.importing;

import dev.hypersweep.source.Node;
import dev.hypersweep.sweeps.Steps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes parameters of the language, and says where one had to be changed. */
final class Domains {

  private final Imported into;
  private final Node node;
  private final String path;
  private final String name;

  /**
   * For one parameter.
   *
   * @param node where it stands in the source
   * @param path its path there
   */
  Domains(Imported into, Node node, String path, String name) {
    this.into = into;
    this.node = node;
    this.path = path;
    this.name = name;
  }

  /** A range; of one value it is a constant, and one that no step meets ends at the last step. */
  void range(boolean whole, double low, double high, boolean log, Double step) {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      lost("its bounds are no range: left out");
      return;
    }
    if (low == high) {
      into.constant(name, number(whole, low));
      return;
    }
    boolean ratio = log;
    if (log && low < (whole ? 1 : Double.MIN_VALUE)) {
      lost("a log range begins " + (whole ? "at 1" : "above 0") + ": uniform instead");
      ratio = false;
    }
    Double by = step;
    if (by != null && (by <= 0 || (whole && by != Math.rint(by)))) {
      lost("its step is not one that can be taken: without a step");
      by = null;
    }
    if (by != null && ratio && by != 1) {
      lost("log and step exclude each other: the step is left out");
      by = null;
    }
    double top = high;
    if (by != null && !ratio && !Steps.fits(low, high, by)) {
      top = Steps.last(low, high, by);
      if (top <= low) {
        into.constant(name, number(whole, low));
        lost("its step is longer than the range: the constant " + number(whole, low));
        return;
      }
      lost("steps do not meet " + number(whole, high) + ": it ends at " + number(whole, top));
    }
    Map<String, Object> domain = new LinkedHashMap<>();
    domain.put("type", whole ? "int" : "float");
    domain.put("low", number(whole, low));
    domain.put("high", number(whole, top));
    if (ratio) {
      domain.put("log", true);
    } else if (by != null && !(whole && by == 1)) {
      domain.put("step", number(whole, by));
    }
    into.parameter(name, domain);
  }

  /** A normal distribution, or a log-normal one. */
  void normal(
      boolean log, double mean, double deviation, Optional<Double> low, Optional<Double> high) {
    if (!Double.isFinite(mean) || !(deviation > 0) || !Double.isFinite(deviation)) {
      lost("no mean and deviation above 0: left out");
      return;
    }
    Map<String, Object> domain = new LinkedHashMap<>();
    domain.put("type", log ? "lognormal" : "normal");
    domain.put("mean", mean);
    domain.put("deviation", deviation);
    low.ifPresent(value -> domain.put("low", value));
    high.ifPresent(value -> domain.put("high", value));
    into.parameter(name, domain);
  }

  /** A list of values. */
  void choices(boolean ordered, List<Node> nodes) {
    Set<Object> values = new LinkedHashSet<>();
    for (Node one : nodes) {
      Object value = one instanceof Node.Scalar scalar ? scalar.value() : null;
      boolean finite = !(value instanceof Double real) || Double.isFinite(real);
      if (value == null || !finite) {
        into.lost(
            one, path, "the choice " + one.shown() + " is no text, number or truth: left out");
      } else if (!values.add(value)) {
        into.lost(one, path, "the choice " + one.shown() + " is there twice: once is enough");
      }
    }
    if (values.isEmpty()) {
      lost("there is nothing to choose from: left out");
    } else if (values.size() == 1) {
      into.constant(name, values.iterator().next());
    } else {
      Map<String, Object> domain = new LinkedHashMap<>();
      domain.put("type", ordered ? "ordinal" : "categorical");
      domain.put("choices", new ArrayList<>(values));
      into.parameter(name, domain);
    }
  }

  void lost(String message) {
    into.lost(node, path, message);
  }

  private static Object number(boolean whole, double value) {
    return whole ? (Object) (long) value : (Object) value;
  }
}
