package dev.hypersweep.trainer.data;

/** Offsets as Python counts them: in code points, where Java counts UTF-16 units. */
public final class CodePoints {

  private CodePoints() {}

  /**
   * The place of a code point in UTF-16 units.
   *
   * @throws IllegalArgumentException if the text is shorter
   */
  public static int unit(String text, int codePoint) {
    try {
      return text.offsetByCodePoints(0, codePoint);
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "offset " + codePoint + " is outside of a text of " + count(text) + " characters", e);
    }
  }

  /** From one code point to before another. */
  public static String cut(String text, int from, int to) {
    return text.substring(unit(text, from), unit(text, to));
  }

  /** Code points of a text. */
  public static int count(String text) {
    return text.codePointCount(0, text.length());
  }
}
