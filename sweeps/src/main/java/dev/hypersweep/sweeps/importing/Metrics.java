package dev.hypersweep.sweeps.importing;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.source.Node;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Carries an objective over, if its metric is one of ours. */
final class Metrics {

  private Metrics() {}

  /**
   * The objective of a mapping.
   *
   * @param name the field with the metric's name
   * @param goal the field with minimize or maximize
   */
  static void carry(Node node, String path, String name, String goal, Imported into) {
    String typed = Format.text(node, name).orElse("");
    String wanted = Format.text(node, goal).orElse("minimize").toLowerCase(Locale.ROOT);
    Map<String, Object> objective = new TreeMap<>();
    Optional<Metric> metric = ours(typed);
    if (metric.isPresent()) {
      String own = metric.get().higherIsBetter() ? "maximize" : "minimize";
      objective.put("metric", metric.get().metricName());
      objective.put("goal", own);
      if (!metric.get().metricName().equals(typed)) {
        into.lost(node, path, "metric " + typed + " is taken for " + metric.get().metricName());
      }
      if (!own.equals(wanted)) {
        into.lost(node, path, metric.get().metricName() + " is to " + own + ", not to " + wanted);
      }
    } else {
      objective.put("goal", wanted);
      into.lost(
          node, path, "the metric " + typed + " is none of ours: only its goal is carried over");
    }
    into.field("objective", objective);
    for (String limit : new String[] {"target", "goal"}) {
      Format.number(node, limit)
          .ifPresent(
              value ->
                  into.lost(
                      node,
                      path + "." + limit,
                      "a sweep does not end at a value of its objective"));
    }
  }

  /** The metric of that name, whatever set or spelling stands before it: Validation-Accuracy. */
  private static Optional<Metric> ours(String typed) {
    String plain = typed.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    String last = plain.replaceFirst("^(validation|valid|val|eval|test|dev)[_/.]", "");
    return Metric.named(typed).or(() -> Metric.named(plain)).or(() -> Metric.named(last));
  }
}
