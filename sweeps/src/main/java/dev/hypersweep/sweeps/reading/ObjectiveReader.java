package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.catalogue.TaskKind;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code objective:}, or {@code objectives:} with one of them. */
final class ObjectiveReader {

  private static final String EXAMPLE = "objective: {metric: accuracy}";

  private ObjectiveReader() {}

  static Objective read(Section sweep, List<String> datasets, Map<String, Metric> others) {
    if (sweep.has("objective") && sweep.has("objectives")) {
      sweep.fault("objectives", "there is an objective already", "remove one of them");
    }
    Optional<Section> section = sweep.section("objective", EXAMPLE);
    if (sweep.has("objectives")) {
      section = only(sweep);
    }
    return section
        .map(one -> objective(one.known(Fields.OBJECTIVE), datasets, others))
        .orElseGet(() -> assumed(sweep, datasets, others));
  }

  /** Accuracy where every dataset has it, else the headline metric that all share. */
  private static Objective assumed(
      Section sweep, List<String> datasets, Map<String, Metric> others) {
    if (datasets.stream().allMatch(name -> measures(name, Metric.ACCURACY, others))) {
      return Objective.mean(Metric.ACCURACY);
    }
    Metric headline =
        Datasets.named(datasets.get(0)).map(Dataset::metric).orElse(others.get(datasets.get(0)));
    if (!datasets.stream().allMatch(name -> measures(name, headline, others))) {
      sweep.missing("objective", "its datasets share no metric: add objective: {metric: loss}");
    }
    return Objective.mean(headline);
  }

  private static boolean measures(String name, Metric metric, Map<String, Metric> others) {
    return Datasets.named(name)
        .map(one -> one.metrics().contains(metric) || classified(one, metric))
        .orElse(metric == others.get(name));
  }

  private static boolean classified(Dataset dataset, Metric metric) {
    return metric == Metric.ACCURACY && dataset.kind() == TaskKind.CLASSIFICATION;
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

  private static Objective objective(
      Section section, List<String> datasets, Map<String, Metric> others) {
    if (!section.has("metric")) {
      section.missing("metric", "add metric: accuracy");
    }
    Metric metric =
        section
            .word("metric", Arrays.stream(Metric.values()).map(Metric::metricName).toList())
            .flatMap(Metric::named)
            .orElse(Metric.ACCURACY);
    checkMeasured(section, metric, datasets, others);
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

  /** Every run reports loss, accuracy where there are classes, and its dataset's own metrics. */
  private static void checkMeasured(
      Section section, Metric metric, List<String> datasets, Map<String, Metric> others) {
    if (metric == Metric.LOSS) {
      return;
    }
    List<String> without =
        datasets.stream().filter(name -> !measures(name, metric, others)).toList();
    if (!without.isEmpty()) {
      section.fault(
          "metric",
          metric.metricName() + " is not measured on " + String.join(", ", without),
          "write a metric that they all have (accuracy with classes, else loss), or leave these datasets out");
    }
  }
}
