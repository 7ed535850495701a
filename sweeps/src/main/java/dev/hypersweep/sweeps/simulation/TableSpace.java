package dev.hypersweep.sweeps.simulation;

import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.sampling.Space;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The points of a table as a space: a parameter per column, its values those that occur, numbers in
 * order. Combinations that the table does not have are not admitted.
 *
 * @param parameters by name
 * @param points all of them
 */
record TableSpace(List<Parameter> parameters, Set<SortedMap<String, Object>> points)
    implements Space {

  /** The space of points that all have the same parameters. */
  static TableSpace of(Collection<SortedMap<String, Object>> points) {
    Set<SortedMap<String, Object>> distinct = Set.copyOf(points);
    Set<String> names = distinct.iterator().next().keySet();
    List<Parameter> parameters = new ArrayList<>();
    for (String name : new TreeSet<>(names)) {
      List<Object> values = new ArrayList<>();
      for (SortedMap<String, Object> point : distinct) {
        Object value = point.get(name);
        if (value == null || point.size() != names.size()) {
          throw new IllegalArgumentException(
              "every trial needs the same parameters (" + String.join(", ", names) + "): " + point);
        }
        if (!values.contains(value)) {
          values.add(value);
        }
      }
      boolean numbers = values.stream().allMatch(Number.class::isInstance);
      values.sort(
          (one, other) ->
              numbers
                  ? Double.compare(((Number) one).doubleValue(), ((Number) other).doubleValue())
                  : one.toString().compareTo(other.toString()));
      parameters.add(new Parameter(name, new Choices(values, numbers), null));
    }
    return new TableSpace(List.copyOf(parameters), distinct);
  }

  @Override
  public String name() {
    return "table";
  }

  @Override
  public boolean exists(Parameter parameter, SortedMap<String, Object> values) {
    return true;
  }

  @Override
  public boolean admits(SortedMap<String, Object> point) {
    return points.contains(point);
  }
}
