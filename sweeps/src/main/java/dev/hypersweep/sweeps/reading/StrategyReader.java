package dev.hypersweep.sweeps.reading;

import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Numbers;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.DefinitionSource;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.PrunerChoice;
import dev.hypersweep.sweeps.SamplerChoice;
import dev.hypersweep.sweeps.pruning.Promotions;
import dev.hypersweep.sweeps.pruning.Pruners;
import dev.hypersweep.sweeps.sampling.Goal;
import dev.hypersweep.sweeps.sampling.Samplers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads {@code sampler:} and {@code pruner:}. */
final class StrategyReader {

  private static final long MOST_PARALLEL = 10_000;

  /** It compares several objectives. */
  private static final String PARETO = "pareto";

  /** Beside it, those that look at one trial at a time, by its first objective. */
  private static final List<String> OF_SEVERAL = List.of("none", PARETO, "threshold", "divergence");

  private StrategyReader() {}

  static SamplerChoice sampler(Section sweep, List<Objective> objectives, DefinitionSource source) {
    Optional<Section> section =
        sweep
            .section("sampler", "sampler: {name: random, seed: 7}")
            .map(one -> one.known(Fields.SAMPLER));
    if (section.isEmpty()) {
      return SamplerChoice.STANDARD;
    }
    String name =
        name(section.get(), Samplers.NAMES, "use " + String.join(", ", Samplers.NAMES))
            .orElse(SamplerChoice.AUTO);
    if (objectives.size() > 1 && !Samplers.OF_SEVERAL.contains(name)) {
      section
          .get()
          .fault(
              "name",
              name + " models one objective, and this sweep has " + objectives.size(),
              "use one of " + String.join(", ", Samplers.OF_SEVERAL));
    }
    long seed = section.get().whole("seed", 0, Numbers.MOST).orElse(0L);
    Long parallel = section.get().whole("parallel", 1, MOST_PARALLEL).orElse(null);
    List<Long> warmStart = WarmStartReader.read(section.get(), source);
    SamplerChoice choice = new SamplerChoice(name, seed, parallel, warmStart);
    if (parallel != null && !choice.learns()) {
      section
          .get()
          .fault("parallel", name + " waits for no result: all its trials are made", "remove it");
    }
    WarmStartReader.check(section.get(), choice, objectives);
    return choice;
  }

  static PrunerChoice pruner(Section sweep, List<Objective> objectives) {
    Optional<Section> section =
        sweep.section("pruner", "pruner: {name: median}").map(one -> one.known(Fields.PRUNER));
    if (section.isEmpty()) {
      return PrunerChoice.NONE;
    }
    boolean several = objectives.size() > 1;
    List<String> all = Stream.concat(Pruners.names().stream(), Promotions.NAMES.stream()).toList();
    List<String> fitting =
        all.stream()
            .filter(one -> several ? OF_SEVERAL.contains(one) : !one.equals(PARETO))
            .toList();
    String fix = "use one of " + String.join(", ", fitting);
    Optional<String> name = name(section.get(), all, fix);
    name.filter(one -> !fitting.contains(one))
        .ifPresent(one -> section.get().fault("name", unfitting(one, several), fix));
    return name.map(one -> pruner(one, section.get())).orElse(PrunerChoice.NONE);
  }

  private static String unfitting(String name, boolean several) {
    return several
        ? name + " compares trials by one objective, and would end those that are cheap"
        : name + " compares several objectives, and this sweep has one";
  }

  private static PrunerChoice pruner(String name, Section section) {
    SortedMap<String, Double> settings = new TreeMap<>();
    boolean promotes = Promotions.NAMES.contains(name);
    Set<String> known =
        new TreeSet<>((promotes ? Promotions.SETTINGS : Pruners.settings(name)).keySet());
    if (promotes && !section.has("min")) {
      section.missing("min", "add the step of the first rung, such as min: 100");
    }
    for (String field : section.names()) {
      if (field.equals("name") || !Fields.PRUNER.contains(field)) {
        continue;
      }
      if (!known.contains(field)) {
        String has = known.isEmpty() ? "it has no settings" : "it has " + String.join(", ", known);
        section.fault(field, name + " has no such setting", "remove it: " + has);
        continue;
      }
      section.real(field).ifPresent(value -> settings.put(field, value));
    }
    PrunerChoice choice = new PrunerChoice(name, settings);
    for (String field : settings.keySet()) {
      try {
        check(new PrunerChoice(name, only(settings, field)));
      } catch (IllegalArgumentException e) {
        section.fault(field, e.getMessage(), "change it, or leave it out");
        return PrunerChoice.NONE;
      }
    }
    return choice;
  }

  private static void check(PrunerChoice choice) {
    if (choice.promotes()) {
      choice.rungs();
    } else {
      choice.pruner(Goal.MINIMIZE, 0);
    }
  }

  private static SortedMap<String, Double> only(SortedMap<String, Double> all, String field) {
    return new TreeMap<>(Map.of(field, all.get(field)));
  }

  private static Optional<String> name(Section section, List<String> known, String fix) {
    if (!section.has("name")) {
      section.missing("name", "add name: " + known.get(0));
      return Optional.empty();
    }
    String typed = section.get("name") instanceof Node.Scalar scalar ? scalar.text() : "";
    if (!known.contains(typed)) {
      String guess = Nearest.to(typed, known).map(one -> "did you mean " + one + "?").orElse(fix);
      section.fault("name", "not known", guess);
      return Optional.empty();
    }
    return Optional.of(typed);
  }
}
