package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code objective:}, or {@code objectives:} with one of them. */
final class ObjectiveReader {

  private static final String EXAMPLE = "objective: {metric: accuracy}";

  private ObjectiveReader() {}

  static Objective read(Section sweep, List<String> datasets) {
    if (sweep.has("objective") && sweep.has("objectives")) {
      sweep.fault("objectives", "there is an objective already", "remove one of them");
    }
    Optional<Section> section = sweep.section("objective", EXAMPLE);
    if (sweep.has("objectives")) {
      section = only(sweep);
    }
    return section
        .map(one -> objective(one.known(Fields.OBJECTIVE), datasets))
        .orElse(Objective.mean(Metric.ACCURACY));
  }

  private static Optional<Section> only(Section sweep) {
    List<Node> items =
        sweep.list("objectives", "objectives: [{metric: accuracy}]").orElse(List.of());
    if (items.size() > 1) {
      sweep.fault(
          "objectives", "several objectives are not available yet", "keep one of them: " + EXAMPLE);
      return Optional.empty();
    }
    if (items.size() == 1 && items.get(0) instanceof Node.Mapping mapping) {
      return Optional.of(new Section("objectives[0]", mapping, sweep.faults()));
    }
    if (sweep.get("objectives") instanceof Node.Sequence) {
      sweep.fault(
          "objectives", "a list of one objective", "write objectives: [{metric: accuracy}]");
    }
    return Optional.empty();
  }

  private static Objective objective(Section section, List<String> datasets) {
    if (!section.has("metric")) {
      section.missing("metric", "add metric: accuracy");
    }
    Metric metric =
        section
            .word("metric", Arrays.stream(Metric.values()).map(Metric::metricName).toList())
            .flatMap(Metric::named)
            .orElse(Metric.ACCURACY);
    checkMeasured(section, metric, datasets);
    Optional<String> goal = section.word("goal", List.of("maximize", "minimize"));
    if (goal.isPresent() && !goal.get().equals(Objective.goalOf(metric))) {
      section.fault(
          "goal",
          metric.metricName() + " is better when " + (metric.higherIsBetter() ? "higher" : "lower"),
          "write goal: " + Objective.goalOf(metric));
    }
    section.word("aggregate", List.of(Objective.MEAN));
    return Objective.mean(metric);
  }

  /** Every run reports loss, accuracy, and its dataset's own metric. */
  private static void checkMeasured(Section section, Metric metric, List<String> datasets) {
    if (metric == Metric.LOSS || metric == Metric.ACCURACY) {
      return;
    }
    List<String> without =
        datasets.stream()
            .filter(name -> Datasets.named(name).filter(one -> one.metric() == metric).isEmpty())
            .toList();
    if (!without.isEmpty()) {
      section.fault(
          "metric",
          metric.metricName() + " is not measured on " + String.join(", ", without),
          "write metric: accuracy, or leave these datasets out");
    }
  }
}
