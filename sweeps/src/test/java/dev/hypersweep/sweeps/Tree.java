package dev.hypersweep.sweeps;

import dev.hypersweep.source.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A text as a tree that tests change and write again, keys that stand twice included. */
sealed interface Tree {

  /** A value without parts, as JSON. */
  record Leaf(String json) implements Tree {}

  /** A list. */
  record Items(List<Tree> all) implements Tree {}

  /** A mapping. */
  record Fields(List<Entry> all) implements Tree {}

  /** A field of a mapping. */
  record Entry(String name, Tree value) {}

  static Tree of(Node node) {
    if (node instanceof Node.Sequence list) {
      return new Items(new ArrayList<>(list.items().stream().map(Tree::of).toList()));
    }
    if (node instanceof Node.Mapping mapping) {
      List<Entry> entries = new ArrayList<>();
      mapping.fields().forEach((name, field) -> entries.add(new Entry(name, of(field.value()))));
      return new Fields(entries);
    }
    Node.Scalar scalar = (Node.Scalar) node;
    return new Leaf(
        scalar.value() instanceof String text ? quoted(text) : String.valueOf(scalar.value()));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** The tree as JSON on several lines. */
  default String json() {
    if (this instanceof Leaf leaf) {
      return leaf.json();
    }
    if (this instanceof Items items) {
      return "[" + String.join(",\n", items.all().stream().map(Tree::json).toList()) + "]";
    }
    List<Entry> entries = ((Fields) this).all();
    return "{"
        + String.join(
            ",\n",
            entries.stream().map(one -> quoted(one.name()) + ": " + one.value().json()).toList())
        + "}";
  }

  /** The tree as YAML in blocks, comments between the lines, in flow style where chance says so. */
  default String yaml(int indent, Random random) {
    String margin = " ".repeat(indent);
    StringBuilder text = new StringBuilder();
    if (this instanceof Fields fields && !fields.all().isEmpty()) {
      for (Entry one : fields.all()) {
        if (random.nextInt(3) == 0) {
          text.append(margin).append("# ").append(random.nextInt(100)).append('\n');
        }
        boolean block =
            !(one.value() instanceof Leaf)
                && !one.value().json().matches("\\[\\]|\\{\\}")
                && random.nextBoolean();
        text.append(margin).append(quoted(one.name())).append(':');
        if (block) {
          text.append(random.nextBoolean() ? "\n" : " # in block style\n");
          text.append(one.value().yaml(indent + 2, random));
        } else {
          text.append(' ').append(one.value().json().replace("\n", " ")).append(" #\n");
        }
      }
    } else if (this instanceof Items items && !items.all().isEmpty()) {
      items
          .all()
          .forEach(
              one ->
                  text.append(margin)
                      .append("- ")
                      .append(one.json().replace("\n", " "))
                      .append('\n'));
    } else {
      text.append(margin).append(json()).append('\n');
    }
    return text.toString();
  }

  /** Brings the fields of all mappings into a random order. */
  default void shuffle(Random random) {
    if (this instanceof Items items) {
      items.all().forEach(one -> one.shuffle(random));
    } else if (this instanceof Fields fields) {
      Collections.shuffle(fields.all(), random);
      fields.all().forEach(one -> one.value().shuffle(random));
    }
  }
}
