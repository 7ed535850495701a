package dev.hypersweep.orchestrator.problem;

import java.util.Collection;
import java.util.regex.Pattern;

/** Demands on values of a body; each refuses with 422 and the field's name. */
public final class Values {

  /** Longest text, in characters. */
  public static final int LONGEST_TEXT = 65_536;

  /** Numbers up to here are exact in every JSON reader: 2^53 - 1. */
  private static final long LARGEST = 9_007_199_254_740_991L;

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ,._/:@+()-]{0,199}");
  private static final Pattern SPLIT = Pattern.compile("[\\p{L}\\p{N} ,._/:@+()\\[\\]-]{1,200}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private Values() {}

  /** The value, which must be there. */
  public static <T> T present(String field, T value) {
    if (value == null) {
      throw ProblemException.invalidValue(field, null, "is missing", "send it");
    }
    return value;
  }

  /** A name: 1 to 200 letters, digits, blanks and the signs {@code . _ / : @ + ( ) -}. */
  public static String name(String field, String value) {
    if (!NAME.matcher(present(field, value)).matches()) {
      throw ProblemException.invalidValue(
          field,
          value,
          "is not a name",
          "1 to 200 letters, digits, blanks and , . _ / : @ + ( ) -, the first a letter or digit");
    }
    return value;
  }

  /** Names of splits, a part of one with its size: {@code train[221 of 9,427]/val}. */
  public static String split(String field, String value) {
    if (!SPLIT.matcher(present(field, value)).matches()) {
      throw ProblemException.invalidValue(
          field,
          value,
          "is not a split",
          "1 to 200 letters, digits, blanks and , . _ / : @ + ( ) [ ] -");
    }
    return value;
  }

  /** A lower-case hex SHA-256. */
  public static String hash(String field, String value) {
    if (!HASH.matcher(present(field, value)).matches()) {
      throw ProblemException.invalidValue(
          field, value, "is not a SHA-256", "64 lower-case hex digits");
    }
    return value;
  }

  /** A text of at most {@link #LONGEST_TEXT} characters, made fit for the database. */
  public static String text(String field, String value) {
    if (present(field, value).length() > LONGEST_TEXT) {
      throw ProblemException.invalidValue(
          field,
          value.length() + " characters",
          "is too long",
          "at most " + LONGEST_TEXT + " characters");
    }
    return storable(value);
  }

  /** A number of things: 0 to 2^53 - 1. */
  public static long count(String field, long value) {
    return within(field, value, 0, LARGEST);
  }

  /** A whole number in a range, both ends included. */
  public static long within(String field, long value, long low, long high) {
    if (value < low || value > high) {
      throw ProblemException.invalidValue(
          field, value, "is out of range", "from " + low + " to " + high);
    }
    return value;
  }

  /** A number that is neither NaN nor infinite, which 1e400 is too. */
  public static double finite(String field, Double value) {
    if (!Double.isFinite(present(field, value))) {
      throw ProblemException.invalidValue(
          field, value, "is not a finite number", "leave out what is not finite");
    }
    return value;
  }

  /** A list of at most so many elements. */
  public static <T extends Collection<?>> T atMost(String field, int most, T values) {
    if (present(field, values).size() > most) {
      throw ProblemException.invalidValue(
          field, values.size() + " elements", "is too long", "at most " + most + " elements");
    }
    return values;
  }

  /**
   * The text with U+FFFD for what PostgreSQL cannot hold: U+0000 and halves of surrogate pairs.
   * What programs print may hold anything.
   */
  private static String storable(String text) {
    StringBuilder result = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        if (result == null) {
          result = new StringBuilder(text);
        }
        result.setCharAt(i, '\uFFFD');
      }
    }
    return result == null ? text : result.toString();
  }
}
