package dev.hypersweep.sweeps.importing;

import dev.hypersweep.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A definition in the making: its fields, and what was lost on the way. */
final class Imported {

  /**
   * Something that the language has no word for, or another one.
   *
   * @param line of the source, from 1
   * @param field its path there
   * @param message what becomes of it
   */
  record Loss(int line, String field, String message) {

    @Override
    public String toString() {
      return "line " + line + ", " + field + ": " + message;
    }
  }

  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final Map<String, Object> constants = new LinkedHashMap<>();
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<Loss> losses = new ArrayList<>();

  void parameter(String name, Map<String, Object> domain) {
    parameters.put(name, domain);
  }

  void constant(String name, Object value) {
    constants.put(name, value);
  }

  void field(String name, Object value) {
    fields.put(name, value);
  }

  /** Notes what becomes of a node. */
  void lost(Node node, String field, String message) {
    losses.add(new Loss(node.place().line(), field, message));
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  Map<String, Object> constants() {
    return constants;
  }

  Map<String, Object> fields() {
    return fields;
  }

  List<Loss> losses() {
    return losses;
  }
}
