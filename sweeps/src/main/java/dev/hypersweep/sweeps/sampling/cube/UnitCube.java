package dev.hypersweep.sweeps.sampling.cube;

import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.sampling.Space;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A space as coordinates: what models calculate with. A point is an array with one coordinate per
 * parameter, NaN where the parameter does not exist.
 */
public final class UnitCube {

  private final Space space;
  private final List<Dimension> dimensions;
  private final List<Activity> activities;
  private final boolean conditional;

  /** The numeric view of a space. */
  public UnitCube(Space space) {
    this.space = space;
    List<Parameter> parameters = space.parameters();
    this.dimensions = parameters.stream().map(Dimension::new).toList();
    this.activities = parameters.stream().map(one -> new Activity(space, one, dimensions)).toList();
    this.conditional = activities.stream().anyMatch(one -> !one.isAlways());
  }

  /** The space that it shows. */
  public Space space() {
    return space;
  }

  /** How many parameters there are. */
  public int size() {
    return dimensions.size();
  }

  /** A parameter by its place. */
  public Dimension dimension(int place) {
    return dimensions.get(place);
  }

  /** Whether some parameter exists only beside some values of others. */
  public boolean isConditional() {
    return conditional;
  }

  /** Whether a parameter exists beside the coordinates before it. */
  public boolean isActive(int place, double[] point) {
    return activities.get(place).holds(point);
  }

  /**
   * Makes any coordinates those of a point: parameters that do not exist become NaN, others stand
   * at the nearest value.
   *
   * @param point changed in place; a NaN of a parameter that exists becomes the middle
   */
  public double[] settle(double[] point) {
    for (int i = 0; i < point.length; i++) {
      if (!isActive(i, point)) {
        point[i] = Double.NaN;
      } else {
        point[i] = dimensions.get(i).snapped(Double.isNaN(point[i]) ? 0.5 : point[i]);
      }
    }
    return point;
  }

  /** The point of uniform numbers, one per parameter. */
  public double[] drawn(double[] uniform) {
    double[] point = new double[uniform.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = isActive(i, point) ? dimensions.get(i).drawn(uniform[i]) : Double.NaN;
    }
    return point;
  }

  /** The coordinates of values. Those of unknown parameters, or out of their range, are ignored. */
  public double[] encode(SortedMap<String, Object> values) {
    double[] point = new double[dimensions.size()];
    Arrays.fill(point, Double.NaN);
    for (int i = 0; i < point.length; i++) {
      Parameter parameter = dimensions.get(i).parameter();
      Object value = values.get(parameter.name());
      if (value != null && parameter.domain().contains(value)) {
        point[i] = dimensions.get(i).encoded(value);
      }
    }
    return point;
  }

  /** The values of coordinates as {@link #settle} gives them. */
  public SortedMap<String, Object> decode(double[] point) {
    SortedMap<String, Object> values = new TreeMap<>();
    for (int i = 0; i < point.length; i++) {
      if (!Double.isNaN(point[i])) {
        Parameter parameter = dimensions.get(i).parameter();
        values.put(parameter.name(), space.coerced(parameter, dimensions.get(i).decoded(point[i])));
      }
    }
    return values;
  }
}
