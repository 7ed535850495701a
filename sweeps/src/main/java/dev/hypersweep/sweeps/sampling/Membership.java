package dev.hypersweep.sweeps.sampling;

import dev.hypersweep.sweeps.Parameter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether a point from elsewhere is one of a space's. */
public final class Membership {

  private Membership() {}

  /**
   * Why it is not, for people.
   *
   * @param point in the form in which the space holds values
   * @return empty if it is
   */
  public static Optional<String> fault(Space space, SortedMap<String, Object> point) {
    SortedMap<String, Object> values = new TreeMap<>();
    Set<String> foreign = new HashSet<>(point.keySet());
    for (Parameter parameter : space.parameters()) {
      if (!space.exists(parameter, values)) {
        continue;
      }
      foreign.remove(parameter.name());
      Object value = point.get(parameter.name());
      if (value == null) {
        return Optional.of(parameter.name() + " is not set");
      }
      if (!parameter.domain().contains(value)) {
        return Optional.of(parameter.name() + " " + value + " is outside of the space");
      }
      values.put(parameter.name(), value);
    }
    if (!foreign.isEmpty()) {
      return Optional.of(foreign.stream().sorted().findFirst().orElseThrow() + " is not searched");
    }
    return space.admits(point) ? Optional.empty() : Optional.of("a constraint is broken");
  }
}
