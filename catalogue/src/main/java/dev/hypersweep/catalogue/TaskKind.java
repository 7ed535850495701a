package dev.hypersweep.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is asked of a model, and so which form an example has. */
public enum TaskKind {
  /** A text or a pair of texts, one class. */
  CLASSIFICATION("classification", List.of("text", "label"), List.of("pair", "group")),
  /** A pair of texts, one number. */
  REGRESSION("regression", List.of("text", "score"), List.of("pair")),
  /** A context, and options of which one or more are right. */
  CHOICE("choice", List.of("context", "options", "answer"), List.of("names", "group", "first")),
  /** A question, answered by a span of a text. */
  SPAN("span", List.of("context", "question", "answers"), List.of()),
  /** A text of which each token is predicted from those before it. */
  LANGUAGE_MODEL("language-model", List.of("text"), List.of()),
  /** A text turned into a text. */
  TEXT_TO_TEXT("text-to-text", List.of("source", "references"), List.of());

  private final String kindName;
  private final List<String> required;
  private final List<String> optional;

  TaskKind(String kindName, List<String> required, List<String> optional) {
    this.kindName = kindName;
    this.required = required;
    this.optional = optional;
  }

  /** The name in cards, tables and REST. */
  public String kindName() {
    return kindName;
  }

  /** Fields of a card's {@code encoder} that must be there; {@code id} is always optional. */
  public List<String> required() {
    return required;
  }

  /** Fields of a card's {@code encoder} that may be there. */
  public List<String> optional() {
    return optional;
  }

  /** The kind of that name. */
  public static Optional<TaskKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.kindName.equals(name)).findFirst();
  }
}
