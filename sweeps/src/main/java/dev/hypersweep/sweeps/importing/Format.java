package dev.hypersweep.sweeps.importing;

import dev.hypersweep.source.Node;
import java.util.List;
import java.util.Optional;

/** A kind of definition that can be imported. */
interface Format {

  /** All of them. */
  List<Format> ALL = List.of(new Optuna(), new Wandb(), new Katib());

  /** The word under {@code --from}. */
  String word();

  /** Whether a text looks like it. */
  boolean recognises(Node.Mapping text);

  /** Carries over what can be. */
  void read(Node.Mapping text, Imported into);

  /** The value of a field, if it is there and not null. */
  static Optional<Node> field(Node node, String name) {
    return node instanceof Node.Mapping mapping
        ? Optional.ofNullable(mapping.fields().get(name))
            .map(Node.Field::value)
            .filter(one -> !(one instanceof Node.Scalar scalar && scalar.value() == null))
        : Optional.empty();
  }

  /** A number, be it in quotes or not. */
  static Optional<Double> number(Node node, String name) {
    return field(node, name).flatMap(Format::number);
  }

  /** A number, be it in quotes or not. */
  static Optional<Double> number(Node node) {
    if (!(node instanceof Node.Scalar scalar)) {
      return Optional.empty();
    }
    if (scalar.value() instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    try {
      return Optional.of(Double.valueOf(scalar.text()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A text, or nothing. */
  static Optional<String> text(Node node, String name) {
    return field(node, name)
        .filter(Node.Scalar.class::isInstance)
        .map(one -> ((Node.Scalar) one).text())
        .filter(one -> !one.isBlank());
  }

  /** The items of a list, or none. */
  static List<Node> items(Node node, String name) {
    return field(node, name).orElse(null) instanceof Node.Sequence list ? list.items() : List.of();
  }
}
