package dev.hypersweep.trainer.metric.text;

/** Classes of characters, by Unicode's general categories. */
public final class Characters {

  private Characters() {}

  /** Whether it is one of the 32 punctuation marks and symbols of ASCII. */
  public static boolean isAsciiPunctuation(int character) {
    return character > ' ' && character < 0x7F && !Character.isLetterOrDigit(character);
  }

  /** Whether it is punctuation (category P). */
  public static boolean isPunctuation(int character) {
    return switch (Character.getType(character)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** Whether it is a symbol (category S). */
  public static boolean isSymbol(int character) {
    return switch (Character.getType(character)) {
      case Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }

  /** Whether it is a number of any kind (category N). */
  public static boolean isNumber(int character) {
    return switch (Character.getType(character)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  /** Whether it belongs to a word: a letter, a number, an underscore; no combining mark. */
  public static boolean isWord(int character) {
    return character == '_' || Character.isLetter(character) || isNumber(character);
  }
}
