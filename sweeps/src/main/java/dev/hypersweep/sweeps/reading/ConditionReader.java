package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Condition;
import dev.hypersweep.sweeps.Domain;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.VariantBlock;
import dev.hypersweep.sweeps.expression.Expression;
import dev.hypersweep.sweeps.expression.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads {@code when:}. An expression that only says that names have values, joined by {@code and},
 * is the mapping in another dress and becomes one, so that both have one canonical form.
 */
final class ConditionReader {

  private final Section section;
  private final Set<String> names;
  private final Map<String, Domain> domains;
  private final List<VariantBlock> arms;

  private ConditionReader(
      Section section, Set<String> names, Map<String, Domain> domains, List<VariantBlock> arms) {
    this.section = section;
    this.names = names;
    this.domains = domains;
    this.arms = arms;
  }

  static Optional<Condition> read(
      Section parameters, String name, Map<String, Domain> domains, List<VariantBlock> arms) {
    Optional<Section> section = parameters.section(name, "");
    if (section.isEmpty() || name.equals(Parameter.VARIANT) || !section.get().has("when")) {
      return Optional.empty();
    }
    ConditionReader reader = new ConditionReader(section.get(), parameters.names(), domains, arms);
    Node node = section.get().get("when");
    if (node instanceof Node.Mapping mapping) {
      return reader.mapping(new Section(section.get().path("when"), mapping, parameters.faults()));
    }
    if (node instanceof Node.Scalar scalar && scalar.value() instanceof String) {
      return reader.expression(scalar);
    }
    section
        .get()
        .fault("when", "when is a mapping or an expression", "write when: {variant: [hypermoe]}");
    return Optional.empty();
  }

  private Optional<Condition> mapping(Section when) {
    SortedMap<String, List<Object>> values = new TreeMap<>();
    for (String name : when.names()) {
      if (!known(name)) {
        when.faults()
            .add(when.key(name), when.path(name), "not a parameter of this sweep", fix(name));
        continue;
      }
      List<Object> wanted = new ArrayList<>();
      List<Node> nodes =
          when.get(name) instanceof Node.Sequence list ? list.items() : List.of(when.get(name));
      if (nodes.isEmpty()) {
        when.fault(name, "no value is listed", "list the values under which it exists");
      }
      for (Node node : nodes) {
        value(name, node, when.path(name), when.faults()).ifPresent(wanted::add);
      }
      values.put(name, canonical(wanted));
    }
    if (when.names().isEmpty()) {
      section.fault("when", "an empty condition", "remove when");
    }
    return Optional.of(new Condition.Under(values));
  }

  private Optional<Condition> expression(Node.Scalar scalar) {
    Faults faults = section.faults();
    String path = section.path("when");
    Optional<Expression> expression =
        ExpressionReader.read(scalar, path, faults, this::type, this::fix);
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> equalities = new HashMap<>();
    if (!equalities(expression.get(), equalities)) {
      return Optional.of(new Condition.Where(expression.get()));
    }
    SortedMap<String, List<Object>> values = new TreeMap<>();
    equalities.forEach(
        (name, value) -> {
          Node.Scalar literal =
              new Node.Scalar(scalar.place(), String.valueOf(value), value, scalar.style());
          value(name, literal, path, faults).ifPresent(one -> values.put(name, List.of(one)));
        });
    return Optional.of(new Condition.Under(values));
  }

  /** Whether the expression is {@code name == value and ..}, each name once; collects them. */
  private static boolean equalities(Expression expression, Map<String, Object> into) {
    if (!(expression instanceof Expression.Binary binary)) {
      return false;
    }
    if (binary.operator() == Operator.AND) {
      return equalities(binary.left(), into) && equalities(binary.right(), into);
    }
    Expression left = binary.left();
    Expression right = binary.right();
    if (right instanceof Expression.Name) {
      left = binary.right();
      right = binary.left();
    }
    Object value =
        right instanceof Expression.Number number
            ? (Object) number.value()
            : right instanceof Expression.Text text ? text.value() : null;
    return binary.operator() == Operator.EQUAL
        && left instanceof Expression.Name name
        && value != null
        && into.put(name.name(), value) == null;
  }

  /** A value that the parameter asked about can have. */
  private Optional<Object> value(String name, Node node, String path, Faults faults) {
    if (name.equals(Parameter.VARIANT)) {
      List<String> names = arms.stream().map(VariantBlock::name).toList();
      if (node instanceof Node.Scalar scalar && names.contains(scalar.text())) {
        return Optional.of(scalar.text());
      }
      String typed = node instanceof Node.Scalar scalar ? scalar.text() : "";
      faults.add(node, path, "not a variant of this sweep", Nearest.fix(typed, names));
      return Optional.empty();
    }
    if (!domains.containsKey(name)) {
      return Optional.empty(); // declared, but not sound: that was said where it stands
    }
    Setting setting = Settings.named(name).orElseThrow();
    Optional<Object> value = SettingValue.read(setting, node, path, faults);
    if (value.isPresent() && !domains.get(name).contains(value.get())) {
      faults.add(node, path, name + " never has this value", "name one of its values");
      return Optional.empty();
    }
    return value;
  }

  private static List<Object> canonical(List<Object> values) {
    return values.stream()
        .distinct()
        .sorted(
            Comparator.comparingDouble(
                    (Object value) -> value instanceof Number number ? number.doubleValue() : 0)
                .thenComparing(Object::toString))
        .toList();
  }

  private boolean known(String name) {
    return name.equals(Parameter.VARIANT) || names.contains(name);
  }

  private Optional<Setting.Kind> type(String name) {
    if (name.equals(Parameter.VARIANT)) {
      return Optional.of(Setting.Kind.CHOICE);
    }
    return known(name) ? Settings.named(name).map(Setting::kind) : Optional.empty();
  }

  private String fix(String name) {
    List<String> known = new ArrayList<>(names);
    if (!known.contains(Parameter.VARIANT)) {
      known.add(Parameter.VARIANT);
    }
    return Nearest.fix(name, known);
  }
}
