package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.SweepDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code objective:}, or the list under {@code objectives:}. */
final class ObjectivesReader {

  private static final String ONE = "objective: {metric: accuracy}";
  private static final String LIST =
      "objectives: [{metric: accuracy}, {metric: parameters_active}]";

  private ObjectivesReader() {}

  /** One or more. */
  static List<Objective> read(Section sweep, List<String> datasets, Map<String, Metric> others) {
    if (sweep.has("objective") && sweep.has("objectives")) {
      sweep.fault("objectives", "there is an objective already", "remove one of them");
    }
    List<Section> sections =
        sweep.has("objectives")
            ? sections(sweep)
            : sweep.section("objective", ONE).stream().toList();
    List<Objective> objectives = new ArrayList<>();
    List<Objective> understood = new ArrayList<>();
    for (Section section : sections) {
      int before = sweep.faults().count();
      Objective objective =
          ObjectiveReader.read(
              section.known(Fields.OBJECTIVE), datasets, others, sections.size() > 1);
      if (objectives.isEmpty() && objective.cost() != null && sections.size() > 1) {
        section.fault(
            "metric",
            "the first objective is a metric of results, by which lists and curves go",
            "put one before it: " + LIST);
      }
      if (sweep.faults().count() > before) {
        objectives.add(objective);
        continue;
      }
      if (section.has("metric")
          && understood.stream().anyMatch(other -> isSame(other, objective))) {
        section.fault(
            "metric",
            objective.metricName() + " stands there already with the same aggregate",
            "remove one of them");
      }
      objectives.add(objective);
      understood.add(objective);
    }
    return objectives.isEmpty()
        ? List.of(ObjectiveReader.assumed(sweep, datasets, others))
        : List.copyOf(objectives);
  }

  private static boolean isSame(Objective one, Objective other) {
    return one.metricName().equals(other.metricName()) && one.aggregate() == other.aggregate();
  }

  private static List<Section> sections(Section sweep) {
    Optional<List<Node>> items = sweep.list("objectives", LIST);
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < items.orElse(List.of()).size(); i++) {
      String path = "objectives[" + i + "]";
      if (items.get().get(i) instanceof Node.Mapping mapping) {
        sections.add(new Section(path, mapping, sweep.faults()));
      } else {
        sweep
            .faults()
            .add(items.get().get(i), path, "an objective is a mapping", "write {metric: accuracy}");
      }
    }
    if (items.isPresent() && items.get().isEmpty()) {
      sweep.fault("objectives", "no objective in it", "write " + LIST);
    }
    if (sections.size() > SweepDefinition.MOST_OBJECTIVES) {
      sweep.fault(
          "objectives",
          "more than %d objectives: hardly a trial would not be on the front"
              .formatted(SweepDefinition.MOST_OBJECTIVES),
          "keep those that matter most");
    }
    return sections;
  }
}
