package dev.hypersweep.catalogue.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What may stand as the answer to a test example, and how it is written. */
public sealed interface Answers {

  /**
   * The answer as the file spells it; empty if it is none.
   *
   * @param given as the dataset's own files write a label, or as this file does
   */
  Optional<String> written(String given);

  /** Whether a text that stands in a file is right as it is. */
  boolean isWritten(String text);

  /** What is allowed, for people. */
  String allowed();

  /**
   * One of a few labels. Truth values are spelled in several ways ({@code true}, {@code True}); the
   * case of letters decides nothing here.
   *
   * @param labels as they are written
   */
  record Labels(List<String> labels) implements Answers {

    static Labels of(String... labels) {
      return new Labels(List.of(labels));
    }

    @Override
    public Optional<String> written(String given) {
      return labels.stream().filter(given::equalsIgnoreCase).findFirst();
    }

    @Override
    public boolean isWritten(String text) {
      return labels.contains(text);
    }

    @Override
    public String allowed() {
      return "one of " + String.join(", ", labels);
    }
  }

  /**
   * A number, cut to its range and rounded to its decimals.
   *
   * @param low lowest
   * @param high highest
   * @param decimals written behind the point
   */
  record Score(double low, double high, int decimals) implements Answers {

    @Override
    public Optional<String> written(String given) {
      return number(given)
          .map(value -> Math.max(low, Math.min(high, value)))
          .map(BigDecimal::new)
          .map(exact -> exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }

    @Override
    public boolean isWritten(String text) {
      // Other tools write more or fewer decimals; the site reads a number.
      return text.matches("\\d+(\\.\\d+)?")
          && number(text).filter(value -> value >= low && value <= high).isPresent();
    }

    @Override
    public String allowed() {
      return "a number from %.0f to %.0f".formatted(low, high);
    }

    private static Optional<Double> number(String text) {
      try {
        double value = Double.parseDouble(text);
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  }

  /** Any text but an empty one. */
  record Text() implements Answers {

    @Override
    public Optional<String> written(String given) {
      return isWritten(given) ? Optional.of(given) : Optional.empty();
    }

    @Override
    public boolean isWritten(String text) {
      return !text.isBlank();
    }

    @Override
    public String allowed() {
      return "the text of the answer";
    }
  }
}
