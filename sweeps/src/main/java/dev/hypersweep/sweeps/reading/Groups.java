package dev.hypersweep.sweeps.reading;

import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes parameters, constants and points out of their groups. A group is a mapping of parameters
 * under a name. In a space of any names the name becomes a part of theirs, with a dot; in a sweep
 * the names are settings, and groups are for readers only.
 */
final class Groups {

  /** Says what lies inside a group. */
  private interface Kind {
    boolean isGroup(Node.Mapping mapping);
  }

  private final Faults faults;
  private final boolean dotted;

  private Groups(Faults faults, boolean dotted) {
    this.faults = faults;
    this.dotted = dotted;
  }

  /** A definition without groups, its parameters named {@code group.name}. */
  static Node.Mapping dotted(Node.Mapping definition, Faults faults) {
    return new Groups(faults, true).of(definition);
  }

  /** A definition without groups, its parameters named {@code name}. */
  static Node.Mapping named(Node.Mapping definition, Faults faults) {
    return new Groups(faults, false).of(definition);
  }

  private Node.Mapping of(Node.Mapping definition) {
    Map<String, Node.Field> fields = new LinkedHashMap<>(definition.fields());
    replace(fields, "parameters", node -> flat(node, Groups::holdsParameters));
    replace(fields, "constants", node -> flat(node, mapping -> true));
    replace(
        fields,
        "points",
        node -> {
          if (!(node instanceof Node.Sequence points)) {
            return node;
          }
          List<Node> items = new ArrayList<>();
          points.items().forEach(one -> items.add(flat(one, mapping -> true)));
          return new Node.Sequence(points.place(), items, points.size());
        });
    return new Node.Mapping(definition.place(), fields, definition.size());
  }

  private interface Change {
    Node of(Node node);
  }

  private static void replace(Map<String, Node.Field> fields, String name, Change change) {
    fields.computeIfPresent(
        name, (key, field) -> new Node.Field(field.key(), change.of(field.value())));
  }

  private Node flat(Node node, Kind kind) {
    if (!(node instanceof Node.Mapping mapping)) {
      return node;
    }
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    collect(mapping, "", false, kind, fields);
    return new Node.Mapping(mapping.place(), fields, mapping.size());
  }

  private void collect(
      Node.Mapping mapping,
      String prefix,
      boolean inside,
      Kind kind,
      Map<String, Node.Field> into) {
    mapping
        .fields()
        .forEach(
            (name, field) -> {
              String full = prefix + name;
              if (inside && name.equals("when")) {
                faults.add(
                    field.key(), full, "a group has no when", "write it at each of its parameters");
              } else if (field.value() instanceof Node.Mapping inner
                  && !inner.fields().isEmpty()
                  && kind.isGroup(inner)) {
                collect(inner, dotted ? full + "." : "", true, kind, into);
              } else {
                add(full, field, into);
              }
            });
  }

  private void add(String name, Node.Field field, Map<String, Node.Field> into) {
    Node.Field earlier = into.putIfAbsent(name, field);
    if (earlier != null) {
      faults.add(
          field.key(),
          Shown.shortened(name),
          "'"
              + Shown.shortened(name)
              + "' is named twice, first in line "
              + earlier.key().place().line(),
          "remove one of them");
    }
  }

  /** A parameter has at least one field that is no mapping, or no other fields than its own. */
  private static boolean holdsParameters(Node.Mapping mapping) {
    return mapping.fields().values().stream()
            .allMatch(field -> field.value() instanceof Node.Mapping)
        && !Fields.PARAMETER.containsAll(mapping.fields().keySet());
  }
}
