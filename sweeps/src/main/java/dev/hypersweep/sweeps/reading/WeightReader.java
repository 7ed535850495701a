package dev.hypersweep.sweeps.reading;

import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.matrix.Aggregate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code weights:} of an objective: one for each dataset of the sweep. */
final class WeightReader {

  private static final String FIELD = "weights";

  private WeightReader() {}

  static SortedMap<String, Double> read(
      Section objective, List<String> datasets, Aggregate aggregate) {
    String example =
        "weights: {%s: 2}".formatted(datasets.isEmpty() ? "glue/rte" : datasets.get(0));
    Optional<Section> section = objective.section(FIELD, example);
    SortedMap<String, Double> weights = new TreeMap<>();
    if (aggregate != Aggregate.WEIGHTED) {
      if (objective.has(FIELD)) {
        objective.fault(
            FIELD,
            aggregate.word() + " has no weights",
            "write aggregate: weighted, or remove them");
      }
      return weights;
    }
    if (section.isEmpty()) {
      if (!objective.has(FIELD)) {
        objective.missing(FIELD, "add " + example + " with every dataset, or aggregate: mean");
      }
      return weights;
    }
    if (datasets.isEmpty()) {
      // What is wrong is said of the datasets.
      return weights;
    }
    section.get().names().forEach(name -> read(section.get(), name, datasets, weights));
    List<String> without =
        datasets.stream().filter(name -> !section.get().names().contains(name)).toList();
    if (!without.isEmpty()) {
      objective.fault(
          FIELD,
          "no weight for " + String.join(", ", without),
          "add " + without.get(0) + ": 1; a weight is above 0");
    }
    return weights;
  }

  private static void read(
      Section section, String name, List<String> datasets, SortedMap<String, Double> weights) {
    if (!datasets.contains(name)) {
      section
          .faults()
          .add(
              section.key(name),
              section.path(name),
              "no dataset of this sweep",
              Nearest.fix(name, datasets));
      return;
    }
    Optional<Double> weight = section.real(name);
    if (weight.isPresent() && !(weight.get() > 0)) {
      section.fault(name, "a weight is above 0", "raise it, or leave the dataset out of the sweep");
    } else if (weight.isPresent()) {
      weights.put(name, weight.get());
    } else if (!section.has(name)) {
      section.missing(name, "write " + name + ": 1");
    }
  }
}
