package dev.hypersweep.sweeps.simulation;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Outcomes as a table for people, and as fields for programs. */
final class OutcomeTable {

  private static final int COLUMNS = 8;

  private OutcomeTable() {}

  /** Best loss so far against worker-hours, a line per pruner; medians over seeds. */
  static void print(Map<String, List<Outcome>> outcomes, OptionalDouble optimum, PrintStream out) {
    double most =
        outcomes.values().stream()
            .flatMap(List::stream)
            .mapToDouble(Outcome::workerSeconds)
            .max()
            .orElse(0);
    StringBuilder header = new StringBuilder();
    header.append(
        String.format(
            Locale.ROOT,
            "%-24s %7s %9s %7s %12s %10s ",
            "pruner",
            "trials",
            "completed",
            "pruned",
            "worker-hours",
            "hours"));
    for (int i = 1; i <= COLUMNS; i++) {
      header.append(String.format(Locale.ROOT, " %9s", hours(most * i / COLUMNS)));
    }
    out.println(header.append("   <- best loss by worker-hours"));
    outcomes.forEach(
        (name, own) -> {
          StringBuilder line = new StringBuilder();
          line.append(
              String.format(
                  Locale.ROOT,
                  "%-24s %7.0f %9.0f %7.0f %12s %10s ",
                  name,
                  median(own, Outcome::begun),
                  median(own, Outcome::completed),
                  median(own, Outcome::pruned),
                  hours(median(own, Outcome::workerSeconds)),
                  hours(median(own, Outcome::seconds))));
          for (int i = 1; i <= COLUMNS; i++) {
            double until = most * i / COLUMNS;
            double best = median(own, one -> one.bestAt(until));
            line.append(
                Double.isNaN(best)
                    ? String.format(" %9s", "-")
                    : String.format(Locale.ROOT, " %9.5f", best));
          }
          out.println(line);
        });
    optimum.ifPresent(
        best -> out.printf(Locale.ROOT, "lowest loss of all stored trials: %.5f%n", best));
  }

  /** Adds the fields of an outcome. */
  static void describe(Outcome outcome, Map<String, Object> line) {
    line.put("trials", outcome.begun());
    line.put("completed", outcome.completed());
    line.put("pruned", outcome.pruned());
    line.put("failed", outcome.failed());
    line.put("reports", outcome.reports());
    line.put("worker_hours", outcome.workerSeconds() / 3600);
    line.put("hours", outcome.seconds() / 3600);
    line.put("best", outcome.trace().isEmpty() ? null : (Double) outcome.bestAt(1e300));
    line.put("params", outcome.best());
    line.put(
        "trace",
        outcome.trace().stream()
            .map(
                found ->
                    Map.of(
                        "worker_hours", found.workerSeconds() / 3600,
                        "hours", found.seconds() / 3600,
                        "loss", found.loss()))
            .toList());
  }

  private static String hours(double seconds) {
    return String.format(Locale.ROOT, seconds < 36_000 ? "%.2f" : "%.0f", seconds / 3600);
  }

  /** NaN counts as the greatest: nothing found yet. */
  private static double median(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
    double[] values = outcomes.stream().mapToDouble(figure).toArray();
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
