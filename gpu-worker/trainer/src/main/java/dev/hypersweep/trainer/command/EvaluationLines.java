package dev.hypersweep.trainer.command;

import dev.hypersweep.protocol.MetricPoint;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A run's evaluations in words: what a person sees of a run, on a terminal or in its log. */
final class EvaluationLines {

  private EvaluationLines() {}

  static void print(List<MetricPoint> points, PrintStream out) {
    points.stream()
        .filter(point -> point.name().startsWith("evaluation/"))
        .forEach(
            point ->
                out.printf(
                    Locale.ROOT, "step %d  %s %.4f%n", point.step(), point.name(), point.value()));
  }
}
