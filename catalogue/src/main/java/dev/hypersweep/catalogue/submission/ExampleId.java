package dev.hypersweep.catalogue.submission;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a test example as numbers.
 *
 * @param first the index, or the passage's
 * @param second the question's, else 0
 * @param third the answer's, else 0
 */
record ExampleId(int first, int second, int third) implements Comparable<ExampleId> {

  private static final Pattern INDEX = Pattern.compile("(\\d{1,9})()()");
  private static final Pattern ANSWER = Pattern.compile("(\\d{1,9})/(\\d{1,9})/(\\d{1,9})");
  private static final Comparator<ExampleId> ORDER =
      Comparator.comparingInt(ExampleId::first)
          .thenComparingInt(ExampleId::second)
          .thenComparingInt(ExampleId::third);

  /** Reads an id; empty if it is none of this form. */
  static Optional<ExampleId> of(Form form, String id) {
    Matcher parts = (form == Form.JSON_PASSAGES ? ANSWER : INDEX).matcher(id == null ? "" : id);
    return parts.matches()
        ? Optional.of(
            new ExampleId(number(parts.group(1)), number(parts.group(2)), number(parts.group(3))))
        : Optional.empty();
  }

  /** What an id looks like, for people. */
  static String form(Form form) {
    return form == Form.JSON_PASSAGES
        ? "passage/question/answer, three numbers"
        : "index, a number from 0";
  }

  private static int number(String digits) {
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  @Override
  public int compareTo(ExampleId other) {
    return ORDER.compare(this, other);
  }
}
