package dev.hypersweep.sweeps.reading;

import dev.hypersweep.source.DefinitionError;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Place;
import dev.hypersweep.source.SourceText;
import dev.hypersweep.sweeps.DefinitionSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts what {@code extends:} names under a definition. A field of the definition stands for the
 * same field of the other one; parameters, constants, budget and resources are put together name by
 * name. A field without a value takes the other one's away. The name is never taken over.
 */
final class Inheritance {

  /** Takes parameters out of their groups, before fields are compared by name. */
  interface Flattening {
    Node.Mapping of(Node.Mapping definition, Faults faults);
  }

  private static final String EXTENDS = "extends";
  private static final int MOST_LEVELS = 20;
  private static final Set<String> TOGETHER =
      Set.of("parameters", "constants", "budget", "resources");

  /**
   * Of each pair a definition has one: whoever writes one of them means it instead of the other.
   */
  private static final List<List<String>> EITHER =
      List.of(List.of("objective", "objectives"), List.of("objectives", "objective"));

  private final Faults faults;
  private final DefinitionSource source;
  private final Flattening flattening;

  private Inheritance(Faults faults, DefinitionSource source, Flattening flattening) {
    this.faults = faults;
    this.source = source;
    this.flattening = flattening;
  }

  /** The definition with all that it extends, and without groups. */
  static Node.Mapping resolved(
      Node.Mapping definition, Faults faults, DefinitionSource source, Flattening flattening) {
    return new Inheritance(faults, source, flattening).of(definition, List.of());
  }

  private Node.Mapping of(Node.Mapping definition, List<String> chain) {
    Node.Mapping flat = flattening.of(definition, faults);
    Node.Field field = flat.fields().get(EXTENDS);
    if (field == null) {
      return flat;
    }
    Map<String, Node.Field> own = new LinkedHashMap<>(flat.fields());
    own.remove(EXTENDS);
    Node.Mapping child = new Node.Mapping(flat.place(), own, flat.size());
    return parent(field.value(), chain).map(parent -> merged(child, parent)).orElse(child);
  }

  private Optional<Node.Mapping> parent(Node node, List<String> chain) {
    if (node instanceof Node.Mapping inline) {
      return Optional.of(of(inline, chain));
    }
    if (!(node instanceof Node.Scalar reference)) {
      faults.add(node, EXTENDS, "extends names one definition", "write extends: base.yaml");
      return Optional.empty();
    }
    if (reference.value() == null) {
      return Optional.empty();
    }
    List<String> longer = new ArrayList<>(chain);
    longer.add(reference.text());
    if (chain.contains(reference.text()) || longer.size() > MOST_LEVELS) {
      faults.add(
          node,
          EXTENDS,
          "it extends itself: " + String.join(" extends ", longer),
          "remove extends from one of them");
      return Optional.empty();
    }
    Optional<String> text = source.text(reference.text());
    if (text.isEmpty()) {
      faults.add(
          node,
          EXTENDS,
          "there is no definition '" + reference.shown() + "'",
          "name a file beside this one, or a stored sweep by its id or name");
      return Optional.empty();
    }
    try {
      Faults its = new Faults();
      Node.Mapping read = SourceText.read(text.get(), its);
      its.throwIfAny();
      // Places of the other text would be looked for in this one.
      return Optional.of(of((Node.Mapping) moved(read, reference.place()), longer));
    } catch (InvalidDefinition invalid) {
      DefinitionError first = invalid.errors().get(0);
      faults.add(node, EXTENDS, "it is not sound itself: " + first, "mend it first");
      return Optional.empty();
    }
  }

  private static Node moved(Node node, Place place) {
    if (node instanceof Node.Scalar scalar) {
      // A block's style has no columns inside it.
      return new Node.Scalar(place, scalar.text(), scalar.value(), Node.Style.BLOCK);
    }
    if (node instanceof Node.Sequence list) {
      return new Node.Sequence(
          place, list.items().stream().map(one -> moved(one, place)).toList(), list.size());
    }
    Node.Mapping mapping = (Node.Mapping) node;
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach(
            (name, field) ->
                fields.put(
                    name,
                    new Node.Field(
                        (Node.Scalar) moved(field.key(), place), moved(field.value(), place))));
    return new Node.Mapping(place, fields, mapping.size());
  }

  private static Node.Mapping merged(Node.Mapping child, Node.Mapping parent) {
    Map<String, Node.Field> fields = new LinkedHashMap<>(parent.fields());
    fields.remove("name");
    for (List<String> pair : EITHER) {
      if (child.fields().containsKey(pair.get(0))) {
        fields.remove(pair.get(1));
      }
    }
    dropRenamed(fields, child);
    child
        .fields()
        .forEach(
            (name, field) -> {
              Node.Field other = fields.get(name);
              boolean both =
                  TOGETHER.contains(name)
                      && field.value() instanceof Node.Mapping
                      && other != null
                      && other.value() instanceof Node.Mapping;
              fields.put(name, both ? together(field, other) : field);
            });
    return new Node.Mapping(child.place(), fields, child.size() + parent.size());
  }

  /** What is a constant here is no parameter there any more, and the other way round. */
  private static void dropRenamed(Map<String, Node.Field> parent, Node.Mapping child) {
    for (List<String> pair :
        List.of(List.of("constants", "parameters"), List.of("parameters", "constants"))) {
      Node.Field written = child.fields().get(pair.get(0));
      if (written != null && written.value() instanceof Node.Mapping mapping) {
        parent.computeIfPresent(
            pair.get(1),
            (name, field) -> {
              if (!(field.value() instanceof Node.Mapping other)) {
                return field;
              }
              Map<String, Node.Field> left = new LinkedHashMap<>(other.fields());
              left.keySet().removeAll(mapping.fields().keySet());
              return new Node.Field(
                  field.key(), new Node.Mapping(other.place(), left, other.size()));
            });
      }
    }
  }

  private static Node.Field together(Node.Field child, Node.Field parent) {
    Map<String, Node.Field> fields = new LinkedHashMap<>(((Node.Mapping) parent.value()).fields());
    Node.Mapping own = (Node.Mapping) child.value();
    own.fields()
        .forEach(
            (name, field) -> {
              boolean taken = field.value() instanceof Node.Scalar one && one.value() == null;
              if (taken && fields.containsKey(name)) {
                fields.remove(name);
              } else {
                fields.put(name, field);
              }
            });
    return new Node.Field(child.key(), new Node.Mapping(own.place(), fields, own.size()));
  }
}
