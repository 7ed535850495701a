package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.CostMetric;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.catalogue.TaskKind;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.matrix.Aggregate;
import dev.hypersweep.sweeps.matrix.Holes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one objective. */
final class ObjectiveReader {

  private ObjectiveReader() {}

  /**
   * The score where a dataset is scored by several metrics; accuracy where every dataset has it;
   * the headline metric that all share; else the score, if all have one direction.
   */
  static Objective assumed(Section sweep, List<String> datasets, Map<String, Metric> others) {
    Optional<Objective> score = score(datasets, others);
    boolean several =
        datasets.stream()
            .flatMap(name -> Datasets.named(name).stream())
            .anyMatch(one -> one.scored().size() > 1);
    if (several && score.isPresent()) {
      return score.get();
    }
    if (datasets.stream().allMatch(name -> measures(name, Metric.ACCURACY, others))) {
      return Objective.mean(Metric.ACCURACY);
    }
    Metric headline =
        Datasets.named(datasets.get(0)).map(Dataset::metric).orElse(others.get(datasets.get(0)));
    if (datasets.stream().allMatch(name -> measures(name, headline, others))) {
      return Objective.mean(headline);
    }
    if (score.isEmpty()) {
      sweep.missing(
          "objective",
          "its datasets share no metric, and not even its direction: add objective: {metric: loss}");
    }
    return score.orElse(Objective.mean(headline));
  }

  /** Empty if on one dataset more is better and on another less. */
  private static Optional<Objective> score(List<String> datasets, Map<String, Metric> others) {
    List<Boolean> directions =
        datasets.stream()
            .flatMap(
                name ->
                    Datasets.named(name)
                        .map(one -> one.scored().stream())
                        .orElseGet(() -> Stream.ofNullable(others.get(name))))
            .map(Metric::higherIsBetter)
            .distinct()
            .toList();
    return directions.size() == 1
        ? Optional.of(Objective.score(directions.get(0)))
        : Optional.empty();
  }

  private static boolean measures(String name, Metric metric, Map<String, Metric> others) {
    return Datasets.named(name)
        .map(one -> one.metrics().contains(metric) || classified(one, metric))
        .orElse(metric == others.get(name));
  }

  private static boolean classified(Dataset dataset, Metric metric) {
    return metric == Metric.ACCURACY && dataset.kind() == TaskKind.CLASSIFICATION;
  }

  /**
   * What an objective says.
   *
   * @param costs whether it may be a cost
   */
  static Objective read(
      Section section, List<String> datasets, Map<String, Metric> others, boolean costs) {
    if (!section.has("metric")) {
      section.missing("metric", "add metric: accuracy");
    }
    String named = section.word("metric", words()).orElse(Metric.ACCURACY.metricName());
    Aggregate aggregate =
        section
            .word("aggregate", Aggregate.words())
            .flatMap(Aggregate::named)
            .orElse(Aggregate.MEAN);
    Objective objective = named(named, section, datasets, others, aggregate);
    if (objective.cost() != null && !costs) {
      section.fault(
          "metric",
          named + " alone has the cheapest model win, whatever it answers",
          "write objectives: [{metric: accuracy}, {metric: %s}]".formatted(named));
    }
    if (objective.metric() != null && section.has("metric")) {
      checkMeasured(section, objective.metric(), datasets, others);
    }
    checkGoal(section, objective, aggregate);
    Holes holes = section.word("holes", Holes.words()).flatMap(Holes::named).orElse(Holes.FAIL);
    return objective.aggregated(aggregate, holes, WeightReader.read(section, datasets, aggregate));
  }

  private static List<String> words() {
    return Stream.of(
            Stream.of(Objective.SCORE),
            Arrays.stream(Metric.values()).map(Metric::metricName),
            CostMetric.names().stream())
        .flatMap(names -> names)
        .toList();
  }

  private static Objective named(
      String name,
      Section section,
      List<String> datasets,
      Map<String, Metric> others,
      Aggregate aggregate) {
    Optional<CostMetric> cost = CostMetric.named(name);
    if (cost.isPresent()) {
      return Objective.cost(cost.get());
    }
    return name.equals(Objective.SCORE)
        ? score(datasets, others).orElseGet(() -> mixedScore(section, datasets, aggregate))
        : Objective.mean(Metric.named(name).orElseThrow());
  }

  /** A mean rank is minimised, whatever may be said of the metric behind it. */
  private static void checkGoal(Section section, Objective objective, Aggregate aggregate) {
    Optional<String> goal = section.word("goal", List.of(Objective.MAXIMIZE, Objective.MINIMIZE));
    boolean rank = aggregate == Aggregate.RANK_MEAN && goal.equals(Optional.of(Objective.MINIMIZE));
    if (goal.isPresent() && !rank && !goal.get().equals(objective.goal())) {
      section.fault(
          "goal",
          objective.metricName()
              + " is better when "
              + (objective.goal().equals(Objective.MAXIMIZE) ? "higher" : "lower"),
          "write goal: " + objective.goal());
    }
  }

  /** Only ranks can be compared where more is better on one dataset and less on another. */
  private static Objective mixedScore(Section section, List<String> datasets, Aggregate aggregate) {
    Optional<String> divided =
        datasets.stream()
            .filter(
                name ->
                    Datasets.named(name).stream()
                            .flatMap(one -> one.scored().stream())
                            .map(Metric::higherIsBetter)
                            .distinct()
                            .count()
                        > 1)
            .findFirst();
    if (aggregate == Aggregate.RANK_MEAN && divided.isEmpty()) {
      return Objective.score(false);
    }
    section.fault(
        "metric",
        divided.isPresent()
            ? "of the scored metrics of "
                + divided.get()
                + " some are better when higher, others not"
            : "on some of these datasets a higher score is better, on others a lower one",
        divided.isPresent()
            ? "write metric: loss"
            : "write aggregate: rank_mean, or metric: loss, or take datasets of one direction");
    return Objective.mean(Metric.LOSS);
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
