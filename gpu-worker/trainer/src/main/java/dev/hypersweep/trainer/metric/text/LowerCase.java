package dev.hypersweep.trainer.metric.text;

/**
 * Unicode's full lower case without a language (SpecialCasing.txt): U+0130 becomes i and a
 * combining dot, a sigma at a word's end the final one. {@link String#toLowerCase} looks for the
 * ends of words by other rules.
 */
public final class LowerCase {

  private static final int DOTTED_I = 0x130;
  private static final int SIGMA = 0x3A3;
  private static final int SMALL_SIGMA = 0x3C3;
  private static final int FINAL_SIGMA = 0x3C2;

  /** Punctuation that stands inside words: apostrophes, full stops, colons, middle dots. */
  private static final String INSIDE_WORDS =
      "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

  private LowerCase() {}

  /** The text in lower case. */
  public static String of(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int character = text.codePointAt(i);
      next = i + Character.charCount(character);
      if (character == DOTTED_I) {
        lower.append("i\u0307");
      } else if (character == SIGMA) {
        boolean last = casedBefore(text, i) && !casedFrom(text, next);
        lower.appendCodePoint(last ? FINAL_SIGMA : SMALL_SIGMA);
      } else {
        lower.appendCodePoint(Character.toLowerCase(character));
      }
    }
    return lower.toString();
  }

  private static boolean casedBefore(String text, int end) {
    int i = end;
    while (i > 0) {
      int character = text.codePointBefore(i);
      if (!isPassedOver(character)) {
        return isCased(character);
      }
      i -= Character.charCount(character);
    }
    return false;
  }

  private static boolean casedFrom(String text, int start) {
    int i = start;
    while (i < text.length()) {
      int character = text.codePointAt(i);
      if (!isPassedOver(character)) {
        return isCased(character);
      }
      i += Character.charCount(character);
    }
    return false;
  }

  private static boolean isCased(int character) {
    return Character.isLowerCase(character)
        || Character.isUpperCase(character)
        || Character.isTitleCase(character);
  }

  private static boolean isPassedOver(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> INSIDE_WORDS.indexOf(character) >= 0;
    };
  }
}
