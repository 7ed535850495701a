package dev.hypersweep.sweeps.bench;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.log10;
import static java.lang.Math.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The functions that behave as training does, by their formulas. */
final class TrainingFormulas {

  static final Map<String, ToDoubleFunction<Values>> BY_KIND =
      Map.of(
          "lr_valley", TrainingFormulas::valley,
          "cond_variant", TrainingFormulas::variant,
          "mixed_nas", TrainingFormulas::mixed);

  private TrainingFormulas() {}

  private static double square(double value) {
    return value * value;
  }

  private static double log2(double value) {
    return log(value) / log(2);
  }

  private static double valley(Values at) {
    double b = log2(at.number("batch"));
    double r = log10(at.number("lr")) - (-2.7 + 0.15 * (b - 5));
    double q = log10(at.number("weight_decay")) - (-3.5 - 0.6 * r - 0.35 * r * r);
    return 0.2
        + 0.3 * r * r / (1 + 0.25 * r * r)
        + 0.9 * q * q / (1 + 0.2 * q * q)
        + 0.03 * square(b - 6.5)
        + 1.5 * square(max(0, r - 0.9));
  }

  private static double variant(Values at) {
    double u = log10(at.number("lr"));
    return switch (at.text("variant")) {
      case "dense" ->
          0.30
              + 0.08 * square(u + 3)
              + 0.02 * square(log2(at.number("dense.width")) - 9 - 0.3 * (u + 3))
              + 0.6 * square(at.number("dense.dropout") - 0.2);
      case "moe" -> {
        double e = log2(at.number("moe.experts")) - 4;
        double k = log2(at.number("moe.topk"));
        yield 0.22
            + 0.10 * square(u + 3.5)
            + 0.03 * e * e
            + 0.05 * square(k - 1 - 0.25 * e)
            + 0.06 * square(at.number("moe.capacity") - 1.5 - 0.2 * e)
            + 0.2 * max(0, at.number("moe.topk") / at.number("moe.experts") - 0.5);
      }
      default -> {
        double e = log2(at.number("hyper.experts")) - 5;
        double m = log2(at.number("hyper.embed"));
        double a = at.number("hyper.alpha");
        yield 0.15
            + 0.12 * square(u + 3.8)
            + 0.03 * e * e
            + 0.05 * square(m - 5 - 0.4 * e)
            + 1.2 * square(a - 0.35)
            + 0.8 * square(at.number("hyper.beta") - a * a - 0.4);
      }
    };
  }

  private static double mixed(Values at) {
    double layers = at.number("layers");
    double width = at.number("width");
    double dropout = at.number("dropout");
    String norm = at.text("norm");
    String activation = at.text("activation");
    JsonNode depth = at.constant("norm_depth");
    double cap = log(layers * width * width / 1e6);
    double r = log10(at.number("lr")) - (-3 - 0.08 * (layers - 4) * depth.get(norm).doubleValue());
    boolean none = norm.equals("none");
    return 0.2
        + 0.25 * exp(-0.5 * (cap + 2))
        + 0.12 * square(max(0, cap + 1 - 3 * dropout))
        + 0.25 * dropout * dropout
        + 0.12 * r * r
        + at.constant("norm_wall").get(norm).doubleValue() * square(max(0, r - 0.8))
        + at.constant("act_cost").get(activation).doubleValue()
        + at.constant("norm_cost").get(norm).doubleValue()
        + (none ? 0.01 * layers : 0)
        - (none && activation.equals("tanh") ? 0.03 : 0)
        + 0.015 * square(log2(width / at.number("heads")) - 6)
        + 0.4 * square(at.number("label_smoothing") - 0.1)
        + 0.003 * square(layers - 6)
        + 0.02 * layers * width * width / 1e6;
  }
}
