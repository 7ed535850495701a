package dev.hypersweep.sweeps.reading;

import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Orders parameters so that each stands after those that its condition asks about, and by name
 * where that leaves a choice. The order of the text does not count, as it does not in JSON.
 */
final class ParameterOrder {

  private ParameterOrder() {}

  static List<Parameter> sorted(Section section, List<Parameter> parameters) {
    List<Parameter> waiting = new ArrayList<>(parameters);
    waiting.sort(Comparator.comparing(Parameter::name));
    Set<String> unknown = new HashSet<>();
    waiting.forEach(one -> unknown.add(one.name()));
    List<Parameter> sorted = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Optional<Parameter> next =
          waiting.stream()
              .filter(
                  one ->
                      one.when() == null
                          || one.when().names().stream().noneMatch(unknown::contains))
              .findFirst();
      if (next.isEmpty()) {
        section.fault(
            waiting.get(0).name(),
            "its condition depends on itself: "
                + String.join(", ", waiting.stream().map(Parameter::name).toList()),
            "remove one of these conditions");
        return List.of();
      }
      waiting.remove(next.get());
      unknown.remove(next.get().name());
      sorted.add(next.get());
    }
    return sorted;
  }
}
