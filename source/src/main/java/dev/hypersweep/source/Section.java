package dev.hypersweep.source;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping of the definition and its path. Getters give what is there and sound; what is there and
 * wrong is noted as a fault and given as absent.
 */
public final class Section {

  /** A list of more words is a wall before the one that was meant. */
  private static final int MOST_LISTED = 8;

  private final String path;
  private final Node.Mapping node;
  private final Faults faults;

  public Section(String path, Node.Mapping node, Faults faults) {
    this.path = path;
    this.node = node;
    this.faults = faults;
  }

  /** Notes every field that is not one of these. */
  public Section known(Collection<String> fields) {
    node.fields()
        .forEach(
            (name, field) -> {
              if (!fields.contains(name)) {
                faults.add(field.key(), path(name), "unknown field", Nearest.fix(name, fields));
              }
            });
    return this;
  }

  public Node.Mapping node() {
    return node;
  }

  public Faults faults() {
    return faults;
  }

  public Set<String> names() {
    return node.fields().keySet();
  }

  /** Whether a field is there; null means not given, as JSON writers do. */
  public boolean has(String field) {
    Node.Field found = node.fields().get(field);
    return found != null && !(found.value() instanceof Node.Scalar one && one.value() == null);
  }

  public String path(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /** The value of a field that is there. */
  public Node get(String field) {
    return node.fields().get(field).value();
  }

  public Node.Scalar key(String field) {
    return node.fields().get(field).key();
  }

  public void fault(String field, String message, String fix) {
    faults.add(get(field), path(field), message, fix);
  }

  /** Notes that a field is missing. */
  public void missing(String field, String fix) {
    Node.Field empty = node.fields().get(field);
    Place place = empty == null ? node.place() : empty.key().place();
    faults.add(place, path(field), "", field + " is missing", fix);
  }

  public Optional<Section> section(String field, String example) {
    if (!has(field)) {
      return Optional.empty();
    }
    if (get(field) instanceof Node.Mapping mapping) {
      return Optional.of(new Section(path(field), mapping, faults));
    }
    fault(field, field + " is a mapping", "write " + example);
    return Optional.empty();
  }

  public Optional<List<Node>> list(String field, String example) {
    if (!has(field)) {
      return Optional.empty();
    }
    if (get(field) instanceof Node.Sequence sequence) {
      return Optional.of(sequence.items());
    }
    fault(field, field + " is a list", "write " + example);
    return Optional.empty();
  }

  /** A text of at most so many characters, at least one unless the field may be empty. */
  public Optional<String> text(String field, int least, int most) {
    if (!has(field)) {
      return Optional.empty();
    }
    Object value = get(field) instanceof Node.Scalar scalar ? scalar.value() : null;
    if (!(value instanceof String text)) {
      fault(field, field + " is a text", "put it in quotes");
      return Optional.empty();
    }
    int length = text.strip().length();
    if (length < least || text.length() > most) {
      fault(
          field,
          field + " has " + least + " to " + most + " characters, not " + text.length(),
          length < least ? "write a name" : "shorten it");
      return Optional.empty();
    }
    return Optional.of(text.strip());
  }

  /** As {@link #text}, on one line. */
  public Optional<String> line(String field, int most) {
    Optional<String> text = text(field, 1, most);
    if (text.isPresent() && text.get().chars().anyMatch(Character::isISOControl)) {
      fault(field, field + " is one line without tabs", "leave line breaks and tabs out");
      return Optional.empty();
    }
    return text;
  }

  /** One of these words. */
  public Optional<String> word(String field, Collection<String> words) {
    if (!has(field)) {
      return Optional.empty();
    }
    Object value = get(field) instanceof Node.Scalar scalar ? scalar.value() : null;
    if (value instanceof String text && words.contains(text)) {
      return Optional.of(text);
    }
    String typed = get(field) instanceof Node.Scalar scalar ? scalar.text() : "";
    Optional<String> near = Nearest.to(typed, words);
    fault(
        field,
        near.isPresent() && words.size() > MOST_LISTED
            ? field + " is one of " + words.size() + " words"
            : field + " is one of " + String.join(", ", words),
        near.map(one -> "did you mean " + one + "?")
            .orElseGet(() -> "write " + field + ": " + words.iterator().next()));
    return Optional.empty();
  }

  public Optional<Boolean> truth(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    if (get(field) instanceof Node.Scalar scalar && scalar.value() instanceof Boolean truth) {
      return Optional.of(truth);
    }
    fault(field, field + " is true or false", "write " + field + ": true");
    return Optional.empty();
  }

  /** A whole number between two bounds, both included. */
  public Optional<Long> whole(String field, long low, long high) {
    return has(field)
        ? Numbers.whole(get(field), path(field), low, high, faults)
        : Optional.empty();
  }

  /** A finite number. */
  public Optional<Double> real(String field) {
    return has(field) ? Numbers.real(get(field), path(field), faults) : Optional.empty();
  }
}
