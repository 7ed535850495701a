package dev.hypersweep.sweeps.sampling;

import dev.hypersweep.sweeps.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every admitted point of a finite space once. Parameters in the definition's order, the last one
 * changing fastest; one that does not exist beside the values chosen before it is left out.
 */
public final class Grid implements Sampler {

  private final List<SortedMap<String, Object>> points = new ArrayList<>();

  /**
   * Lists the whole grid.
   *
   * @param space finite, and of a {@link #bound} that one wants to list
   */
  public Grid(Space space) {
    list(space, space.parameters(), 0, new TreeMap<>());
  }

  /**
   * At least as many points as the grid has, conditions and constraints not looked at; empty if a
   * parameter has no list of values.
   */
  public static OptionalLong bound(Space space) {
    long bound = 1;
    for (Parameter parameter : space.parameters()) {
      OptionalLong size = parameter.domain().size();
      if (size.isEmpty()) {
        return OptionalLong.empty();
      }
      bound = Allotment.product(bound, size.getAsLong());
    }
    return OptionalLong.of(bound);
  }

  /** The same grid with some of its points first. */
  Grid startingWith(List<SortedMap<String, Object>> first) {
    Set<SortedMap<String, Object>> ordered = new LinkedHashSet<>(first);
    ordered.retainAll(new HashSet<>(points));
    ordered.addAll(points);
    return new Grid(ordered);
  }

  private Grid(Collection<SortedMap<String, Object>> points) {
    this.points.addAll(points);
  }

  /** All of them, in order. */
  public List<SortedMap<String, Object>> points() {
    return Collections.unmodifiableList(points);
  }

  /** How many points there are. */
  public int size() {
    return points.size();
  }

  @Override
  public Optional<SortedMap<String, Object>> next(History earlier) {
    int number = earlier.size();
    return number < points.size() ? Optional.of(points.get(number)) : Optional.empty();
  }

  private void list(
      Space space, List<Parameter> parameters, int from, SortedMap<String, Object> values) {
    if (from == parameters.size()) {
      if (space.admits(values)) {
        points.add(new TreeMap<>(values));
      }
      return;
    }
    Parameter parameter = parameters.get(from);
    if (!space.exists(parameter, values)) {
      list(space, parameters, from + 1, values);
      return;
    }
    long size = parameter.domain().size().orElseThrow();
    for (long i = 0; i < size; i++) {
      values.put(parameter.name(), space.coerced(parameter, parameter.domain().at(i)));
      list(space, parameters, from + 1, values);
    }
    values.remove(parameter.name());
  }
}
