package dev.hypersweep.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The networks that a variant can be built into. */
public enum BackboneKind {
  SCRATCH("scratch"),
  BERT("bert"),
  GPT2("gpt2"),
  T5("t5"),
  SWITCH("switch"),
  DEEPSEEK("deepseek");

  private final String word;

  BackboneKind(String word) {
    this.word = word;
  }

  /** The value of the setting {@code backbone}. */
  public String word() {
    return word;
  }

  /** Whether it writes texts: a decoder, or an encoder and a decoder. */
  public boolean writes() {
    return this != SCRATCH && this != BERT;
  }

  /** Whether its decoder reads a source by an encoder. */
  public boolean hasEncoder() {
    return this == T5 || this == SWITCH;
  }

  /** Whether it can learn tasks of that kind: the one table that says so. */
  public boolean fits(TaskKind kind) {
    return switch (kind) {
      case CLASSIFICATION, REGRESSION, CHOICE, SPAN -> true; // writers: in their text-to-text form
      case TEXT_TO_TEXT -> writes();
      case LANGUAGE_MODEL -> writes() && !hasEncoder();
    };
  }

  /** The names of those that fit, for messages. */
  public static String fitting(TaskKind kind) {
    return Arrays.stream(values())
        .filter(backbone -> backbone.fits(kind))
        .map(BackboneKind::word)
        .collect(Collectors.joining(", "));
  }

  /** The gate that its sparse layers must have; empty if any will do. */
  public Optional<String> gate() {
    return switch (this) {
      case SWITCH -> Optional.of("switch");
      case DEEPSEEK -> Optional.of("softmax");
      default -> Optional.empty();
    };
  }

  /** The backbone of that name. */
  public static Optional<BackboneKind> named(String word) {
    return Arrays.stream(values()).filter(backbone -> backbone.word.equals(word)).findFirst();
  }

  /** Every name, the standard one first. */
  static List<String> words() {
    return Arrays.stream(values()).map(BackboneKind::word).toList();
  }
}
