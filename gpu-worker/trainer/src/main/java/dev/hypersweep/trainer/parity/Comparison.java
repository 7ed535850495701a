package dev.hypersweep.trainer.parity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares a tree that was computed with the tree that a line expects: a number with a decimal
 * point passes while |got - expected| <= t max(1, |expected|); whole numbers, texts, booleans and
 * lengths are equal or wrong; NaN and infinities are written as texts and equal themselves only.
 * Everything that is expected has to be there; what is not expected is passed over.
 */
final class Comparison {

  private static final int MOST_CHARACTERS = 160;
  private static final String VERSION = "|version:";
  private static final Map<String, Double> NOT_FINITE =
      Map.of(
          "NaN", Double.NaN,
          "Infinity", Double.POSITIVE_INFINITY,
          "-Infinity", Double.NEGATIVE_INFINITY);

  private final double tolerance;
  private final List<String> differences = new ArrayList<>();
  private Deviation greatest;
  private long compared;

  /**
   * @param tolerance t
   */
  Comparison(double tolerance) {
    this.tolerance = tolerance;
  }

  /** What differs, a line each. */
  List<String> differences() {
    return differences;
  }

  /** The deviation that is the largest share of its tolerance, null without any number. */
  Deviation greatest() {
    return greatest;
  }

  /** How many leaves were compared. */
  long compared() {
    return compared;
  }

  /**
   * Compares what lies at one place, and below.
   *
   * @param got null if nothing was computed there
   */
  void compare(String place, JsonNode expected, JsonNode got) {
    if (got == null || got.isMissingNode()) {
      differences.add(place + " is not computed");
    } else if (expected.isObject()) {
      fields(place, expected, got);
    } else if (expected.isArray()) {
      elements(place, expected, got);
    } else if (expected.isFloatingPointNumber() && got.isNumber()) {
      double number = expected.doubleValue();
      number(place, number, got.doubleValue(), tolerance * Math.max(1, Math.abs(number)));
    } else if (expected.isIntegralNumber() && got.isNumber()) {
      number(place, expected.doubleValue(), got.doubleValue(), 0);
    } else if (got.isNumber() && NOT_FINITE.containsKey(expected.asText())) {
      number(place, NOT_FINITE.get(expected.asText()), got.doubleValue(), 0);
    } else {
      compared++;
      check(expected.equals(got) || sameSettings(expected, got), place, expected, got);
    }
  }

  /** Signatures end with the version of the program that made them; the settings are compared. */
  private static boolean sameSettings(JsonNode expected, JsonNode got) {
    int end = expected.asText().indexOf(VERSION);
    return end > 0
        && got.isTextual()
        && got.asText().startsWith(expected.asText().substring(0, end + VERSION.length()));
  }

  private void fields(String place, JsonNode expected, JsonNode got) {
    if (!got.isObject()) {
      check(false, place, expected, got);
      return;
    }
    expected
        .fields()
        .forEachRemaining(
            field ->
                compare(
                    place.isEmpty() ? field.getKey() : place + "." + field.getKey(),
                    field.getValue(),
                    got.get(field.getKey())));
  }

  private void elements(String place, JsonNode expected, JsonNode got) {
    if (!got.isArray() || got.size() != expected.size()) {
      check(false, place, expected, got);
      return;
    }
    compared++;
    for (int i = 0; i < expected.size(); i++) {
      compare(place + "[" + i + "]", expected.get(i), got.get(i));
    }
  }

  private void number(String place, double expected, double got, double within) {
    compared++;
    Deviation deviation = new Deviation(place, got, expected, within);
    if (greatest == null || deviation.share() > greatest.share()) {
      greatest = deviation;
    }
    if (!deviation.passes()) {
      differences.add(place + " is " + got + ", expected " + expected + " within " + within);
    }
  }

  private void check(boolean equal, String place, JsonNode expected, JsonNode got) {
    if (!equal) {
      differences.add(place + " is " + shown(got) + ", expected " + shown(expected));
    }
  }

  private static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "..";
  }
}
