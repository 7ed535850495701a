package dev.hypersweep.sweeps.sampling;

import dev.hypersweep.sweeps.Constraint;
import dev.hypersweep.sweeps.Parameter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A space of any parameters, whose names mean nothing to us.
 *
 * @param parameters each after those that its condition asks about
 * @param constraints a rule over a parameter that a point does not have is kept by it
 * @param constants values of what is no parameter, for the constraints
 */
public record FreeSpace(
    List<Parameter> parameters, List<Constraint> constraints, Map<String, Object> constants)
    implements Space {

  @Override
  public String name() {
    return "free";
  }

  @Override
  public boolean exists(Parameter parameter, SortedMap<String, Object> values) {
    return parameter.when() == null || parameter.when().holds(values);
  }

  @Override
  public boolean admits(SortedMap<String, Object> point) {
    if (constraints.isEmpty()) {
      return true;
    }
    SortedMap<String, Object> values = new TreeMap<>(constants);
    values.putAll(point);
    return constraints.stream().allMatch(one -> one.keptBy(values));
  }
}
