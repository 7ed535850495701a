package dev.hypersweep.sweeps;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.sweeps.sampling.Membership;
import dev.hypersweep.sweeps.sampling.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Carries trials of other sweeps over into the spaces of a sweep. What counts is what was trained,
 * not how the other sweep put it: a constant there may be a parameter here. A trial belongs to a
 * space if some point of it has all of the trial's settings.
 */
public final class StoredPoints {

  private final List<SearchSpace> spaces;

  /** Of a sweep that is to learn from others. */
  public StoredPoints(SweepDefinition definition) {
    this.spaces = SearchSpace.of(definition);
  }

  /**
   * Where a trial belongs, or why nowhere.
   *
   * @param points by the name of the variant they belong to; empty if it belongs nowhere
   * @param reason for people; null if it belongs somewhere
   */
  public record Carried(Map<String, SortedMap<String, Object>> points, String reason) {}

  /**
   * Carries a trial over.
   *
   * @param architecture catalogue name of the variant that was trained
   * @param settings all that it was trained with; whole numbers may stand for real ones, as JSON
   *     has it
   */
  public Carried carried(String architecture, Map<String, Object> settings) {
    Map<String, SortedMap<String, Object>> points = new TreeMap<>();
    List<String> reasons = new ArrayList<>();
    for (SearchSpace space : spaces) {
      for (VariantBlock block : space.blocks()) {
        if (block.architecture().equals(architecture)) {
          SortedMap<String, Object> point = point(space, block, settings);
          Optional<String> fault =
              difference(space, point, settings).or(() -> Membership.fault(space, point));
          fault.ifPresentOrElse(reasons::add, () -> points.put(block.name(), point));
        }
      }
    }
    if (!points.isEmpty()) {
      return new Carried(points, null);
    }
    return new Carried(
        points,
        reasons.isEmpty() ? "variant " + architecture + " is not searched" : reasons.get(0));
  }

  private static SortedMap<String, Object> point(
      SearchSpace space, VariantBlock block, Map<String, Object> settings) {
    SortedMap<String, Object> point = new TreeMap<>();
    for (Parameter parameter : space.parameters()) {
      if (parameter.name().equals(Parameter.VARIANT)) {
        point.put(Parameter.VARIANT, block.name());
      } else if (space.exists(parameter, point) && settings.get(parameter.name()) != null) {
        Object value = scalar(settings.get(parameter.name()));
        point.put(parameter.name(), space.coerced(parameter, value));
      }
    }
    return point;
  }

  /** The first setting that is another one there, though nothing here would vary it. */
  private static Optional<String> difference(
      SearchSpace space, SortedMap<String, Object> point, Map<String, Object> settings) {
    for (Map.Entry<String, Object> here : space.settings(point).entrySet()) {
      Object there = settings.get(here.getKey());
      boolean whole =
          Settings.named(here.getKey()).map(Setting::kind).equals(Optional.of(Setting.Kind.NUMBER));
      Object value = there == null ? null : scalar(there);
      if (whole && value instanceof Long number) {
        value = number.doubleValue();
      }
      if (!Objects.equals(value, here.getValue())) {
        return Optional.of(
            "%s is %s there and %s here".formatted(here.getKey(), there, here.getValue()));
      }
    }
    return Optional.empty();
  }

  /** The value of JSON as spaces hold it: Long, Double, Boolean or String. */
  static Object scalar(Object value) {
    if (value instanceof Integer whole) {
      return whole.longValue();
    }
    return value instanceof Number number && !(value instanceof Long)
        ? (Object) number.doubleValue()
        : value;
  }
}
