package dev.hypersweep.trainer.command;

import java.util.Locale;
import java.util.SortedMap;

/** The metrics of a result in words, a line each, with the interval where there is one. */
final class MetricLines {

  private static final String LOW = "/low";
  private static final String HIGH = "/high";

  private MetricLines() {}

  static String of(SortedMap<String, Double> metrics) {
    int width = metrics.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder lines = new StringBuilder();
    metrics.forEach(
        (name, value) -> {
          if (name.endsWith(LOW) || name.endsWith(HIGH)) {
            return;
          }
          lines.append(String.format(Locale.ROOT, "%-" + width + "s %.4f", name, value));
          if (metrics.containsKey(name + LOW)) {
            lines.append(
                String.format(
                    Locale.ROOT,
                    "  (%.4f to %.4f, 95 %% over examples)",
                    metrics.get(name + LOW),
                    metrics.get(name + HIGH)));
          }
          lines.append(System.lineSeparator());
        });
    return lines.toString();
  }
}
