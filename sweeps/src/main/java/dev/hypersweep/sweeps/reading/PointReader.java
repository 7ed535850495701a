package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Domain;
import dev.hypersweep.sweeps.Integers;
import dev.hypersweep.sweeps.Normal;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.Reals;
import dev.hypersweep.sweeps.Values;
import dev.hypersweep.sweeps.VariantBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code points:}, what is to be tried before the sampler is asked. */
final class PointReader {

  /** Reads a parameter's value, or notes what is wrong with it. */
  interface ValueReader {
    Optional<Object> read(String name, Node node, String path);
  }

  private static final String EXAMPLE = "points: [{learning_rate: 0.001, batch: 32}]";
  private static final int MOST = 1000;

  private PointReader() {}

  /** Points of a sweep, whose parameters are settings. */
  static List<SortedMap<String, Object>> read(
      Section sweep, List<Parameter> parameters, List<VariantBlock> arms) {
    Map<String, Domain> domains = new HashMap<>();
    parameters.forEach(one -> domains.put(one.name(), one.domain()));
    Set<String> names = new LinkedHashSet<>(declared(sweep));
    names.addAll(domains.keySet());
    names.add(Parameter.VARIANT);
    Faults faults = sweep.faults();
    return read(
        sweep,
        names,
        (name, node, path) -> {
          if (name.equals(Parameter.VARIANT)) {
            return variant(node, path, arms, faults);
          }
          // What is not sound was said where it is declared.
          return Optional.ofNullable(domains.get(name))
              .flatMap(
                  domain ->
                      SettingValue.read(Settings.named(name).orElseThrow(), node, path, faults)
                          .flatMap(value -> member(domain, value, node, path, faults)));
        });
  }

  private static Collection<String> declared(Section sweep) {
    return sweep.has("parameters") && sweep.get("parameters") instanceof Node.Mapping mapping
        ? mapping.fields().keySet()
        : List.of();
  }

  private static Optional<Object> variant(
      Node node, String path, List<VariantBlock> arms, Faults faults) {
    List<String> names = arms.stream().map(VariantBlock::name).toList();
    String typed = node instanceof Node.Scalar scalar ? scalar.text() : "";
    if (names.contains(typed)) {
      return Optional.of(typed);
    }
    faults.add(node, path, "not a variant of this sweep", Nearest.fix(typed, names));
    return Optional.empty();
  }

  /**
   * All points of a text.
   *
   * @param names of the parameters
   */
  static List<SortedMap<String, Object>> read(
      Section text, Collection<String> names, ValueReader values) {
    List<Node> items = text.list("points", EXAMPLE).orElse(List.of());
    if (items.size() > MOST) {
      text.fault("points", "more than " + MOST + " points", "leave some to the sampler");
      return List.of();
    }
    List<SortedMap<String, Object>> points = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String path = "points[" + i + "]";
      if (!(items.get(i) instanceof Node.Mapping mapping) || mapping.fields().isEmpty()) {
        text.faults()
            .add(items.get(i), path, "a point is a mapping of parameters", "write " + EXAMPLE);
        continue;
      }
      int before = text.faults().count();
      SortedMap<String, Object> point = point(path, mapping, text.faults(), names, values);
      boolean whole = text.faults().count() == before;
      if (whole && points.contains(point)) {
        text.faults().add(mapping, path, "the point is there twice", "remove it here");
      }
      points.add(point);
    }
    return points;
  }

  private static SortedMap<String, Object> point(
      String path,
      Node.Mapping mapping,
      Faults faults,
      Collection<String> names,
      ValueReader values) {
    SortedMap<String, Object> point = new TreeMap<>();
    mapping
        .fields()
        .forEach(
            (name, field) -> {
              String at = path + "." + name;
              if (!names.contains(name)) {
                faults.add(field.key(), at, "not a parameter here", Nearest.fix(name, names));
              } else {
                values.read(name, field.value(), at).ifPresent(value -> point.put(name, value));
              }
            });
    return point;
  }

  /** The value in the domain's form, or a fault if it is none of the domain's. */
  static Optional<Object> member(
      Domain domain, Object value, Node node, String path, Faults faults) {
    if (!domain.contains(value)) {
      faults.add(node, path, "not a value of this parameter", "write " + values(domain));
      return Optional.empty();
    }
    if (domain instanceof Choices choices) {
      return choices.values().stream().filter(one -> Values.same(one, value)).findFirst();
    }
    Number number = (Number) value;
    return Optional.of(domain instanceof Integers ? (Object) number.longValue() : value(number));
  }

  private static Object value(Number number) {
    return number.doubleValue();
  }

  private static String values(Domain domain) {
    if (domain instanceof Choices choices) {
      return "one of " + String.join(", ", choices.values().stream().map(String::valueOf).toList());
    }
    if (domain instanceof Integers range) {
      String steps = range.step() == 1 ? "" : " in steps of " + range.step();
      return "a whole number from " + range.low() + " to " + range.high() + steps;
    }
    if (domain instanceof Reals range) {
      String steps = range.step() == null ? "" : " in steps of " + range.step();
      return "a number from "
          + SettingValue.written(range.low())
          + " to "
          + SettingValue.written(range.high())
          + steps;
    }
    Normal normal = (Normal) domain;
    return "a number from "
        + SettingValue.shown(normal.low())
        + " to "
        + SettingValue.shown(normal.high());
  }
}
