package dev.hypersweep.trainer.command;

import dev.hypersweep.protocol.MetricPoint;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How much of a run's texts was cut off, in words; nothing where nothing was. */
final class TruncationLines {

  private static final String PREFIX = "data/";
  private static final String EXAMPLES = "/cut_examples";
  private static final String TOKENS = "/cut_tokens";
  private static final String ALL = "/tokens";

  private TruncationLines() {}

  static void print(List<MetricPoint> points, PrintStream out) {
    Map<String, Double> facts = new TreeMap<>();
    points.stream()
        .filter(point -> point.name().startsWith(PREFIX))
        .forEach(point -> facts.put(point.name().substring(PREFIX.length()), point.value()));
    facts.forEach(
        (name, examples) -> {
          if (name.endsWith(EXAMPLES) && examples > 0) {
            String split = name.substring(0, name.length() - EXAMPLES.length());
            double cut = facts.getOrDefault(split + TOKENS, 0.0);
            double all = facts.getOrDefault(split + ALL, cut);
            out.printf(
                Locale.ROOT,
                "%s: %.0f examples are longer than sequence_length, %.0f of %.0f tokens (%.1f %%)"
                    + " are cut off%n",
                split,
                examples,
                cut,
                all,
                100 * cut / all);
          }
        });
  }
}
