package dev.hypersweep.source;

import java.util.List;
import java.util.Map;

/** A piece of a definition. */
public sealed interface Node {

  /** Where it begins. */
  Place place();

  /** Nodes in it, itself included, every alias counted as what it stands for. */
  long size();

  /** A short form for error messages, at most about 80 characters. */
  String shown();

  /**
   * A single value.
   *
   * @param text as it is after unquoting
   * @param value by the YAML 1.2 core schema: null, Boolean, Long, Double or String
   * @param style how it is written
   */
  record Scalar(Place place, String text, Object value, Style style) implements Node {

    @Override
    public long size() {
      return 1;
    }

    @Override
    public String shown() {
      return Shown.shortened(style == Style.PLAIN ? text : '"' + text + '"');
    }

    /** Where a character of the text stands, as far as the style lets one tell. */
    public Place at(int character) {
      return switch (style) {
        case PLAIN -> place.plus(character);
        case QUOTED -> place.plus(character + 1);
        case BLOCK -> place;
      };
    }
  }

  /** How a scalar is written. */
  enum Style {
    PLAIN,
    QUOTED,
    BLOCK
  }

  /** A list. */
  record Sequence(Place place, List<Node> items, long size) implements Node {
    @Override
    public String shown() {
      // Not recursive: aliases make trees deeper than a stack.
      if (items.isEmpty()) {
        return "[]";
      }
      return items.get(0) instanceof Scalar first ? "[" + first.shown() + ", ..]" : "[..]";
    }
  }

  /** Fields by name, in text order. */
  record Mapping(Place place, Map<String, Field> fields, long size) implements Node {
    @Override
    public String shown() {
      return fields.isEmpty()
          ? "{}"
          : "{" + Shown.shortened(fields.keySet().iterator().next()) + ": ..}";
    }
  }

  /** A field of a mapping: where its name stands, and its value. */
  record Field(Scalar key, Node value) {}
}
