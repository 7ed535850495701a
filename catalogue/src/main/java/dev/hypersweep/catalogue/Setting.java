package dev.hypersweep.catalogue;

import java.util.List;
import java.util.Set;

/**
 * One thing about a variant or its training that a sweep may set.
 *
 * @param name as in definitions, for example {@code learning_rate}
 * @param kind which values it takes
 * @param standard the value if a sweep says nothing: Long, Double or String
 * @param low least value, for numbers
 * @param high greatest value, for numbers
 * @param choices allowed values, for {@link Kind#CHOICE}
 * @param form regular expression of texts that are allowed beside the choices; null for none
 * @param variants for which variants it exists
 * @param meaning one line for people, with unit
 */
public record Setting(
    String name,
    Kind kind,
    Object standard,
    double low,
    double high,
    List<String> choices,
    String form,
    Set<String> variants,
    String meaning) {

  /** Which values a setting takes. */
  public enum Kind {
    INTEGER,
    NUMBER,
    CHOICE
  }

  static Setting integer(
      String name, long standard, long low, long high, Set<String> variants, String meaning) {
    return new Setting(name, Kind.INTEGER, standard, low, high, List.of(), null, variants, meaning);
  }

  static Setting number(
      String name, double standard, double low, double high, Set<String> variants, String meaning) {
    return new Setting(name, Kind.NUMBER, standard, low, high, List.of(), null, variants, meaning);
  }

  static Setting choice(String name, List<String> choices, Set<String> variants, String meaning) {
    return new Setting(name, Kind.CHOICE, choices.get(0), 0, 0, choices, null, variants, meaning);
  }

  static Setting choiceOrText(
      String name, List<String> choices, String form, Set<String> variants, String meaning) {
    return new Setting(name, Kind.CHOICE, choices.get(0), 0, 0, choices, form, variants, meaning);
  }

  /** Whether a text is one of the choices or has the form that is allowed beside them. */
  public boolean allows(String text) {
    return choices.contains(text) || form != null && text.matches(form);
  }
}
