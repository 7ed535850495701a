package dev.hypersweep.sweeps.sampling;

import dev.hypersweep.sweeps.Parameter;
import java.util.List;
import java.util.SortedMap;

/** What one sampler searches: parameters, which of them exist together, and which points may be. */
public interface Space {

  /** Name for people and for the random stream. */
  String name();

  /** The parameters that some point has, each after those that its condition asks about. */
  List<Parameter> parameters();

  /**
   * Whether a parameter exists beside the values chosen so far.
   *
   * @param values of the parameters before it
   */
  boolean exists(Parameter parameter, SortedMap<String, Object> values);

  /** Whether a point keeps all constraints. */
  boolean admits(SortedMap<String, Object> point);

  /** The domain's value in the form in which points of this space hold it. */
  default Object coerced(Parameter parameter, Object value) {
    return value;
  }
}
