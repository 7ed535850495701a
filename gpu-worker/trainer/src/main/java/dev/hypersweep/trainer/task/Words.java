package dev.hypersweep.trainer.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits text into lower-cased words (letters and digits, an apostrophe inside one belonging to it)
 * and single other characters.
 */
final class Words {

  /**
   * A word.
   *
   * @param start of it in the text, in Unicode code points
   * @param end one past its last
   */
  record Word(String text, int start, int end) {}

  private Words() {}

  static List<String> of(String text) {
    return in(text).stream().map(Word::text).toList();
  }

  /** The words with their places. */
  static List<Word> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int[] places =
        lower.codePointCount(0, lower.length()) == text.codePointCount(0, text.length())
            ? null
            : LowerCase.places(text);
    List<Word> words = new ArrayList<>();
    int i = 0;
    int point = 0;
    while (i < lower.length()) {
      int c = lower.codePointAt(i);
      int end = i + Character.charCount(c);
      int points = 1;
      if (Character.isLetterOrDigit(c)) {
        while (end < lower.length() && continues(lower, end)) {
          end += Character.charCount(lower.codePointAt(end));
          points++;
        }
      }
      if (!Character.isWhitespace(c)) {
        int last = point + points - 1;
        words.add(
            places == null || last >= places.length
                ? new Word(lower.substring(i, end), point, point + points)
                : new Word(lower.substring(i, end), places[point], places[last] + 1));
      }
      i = end;
      point += points;
    }
    return words;
  }

  private static boolean continues(String text, int at) {
    int c = text.codePointAt(at);
    boolean apostropheInside =
        c == '\'' && at + 1 < text.length() && Character.isLetterOrDigit(text.codePointAt(at + 1));
    return Character.isLetterOrDigit(c) || apostropheInside;
  }
}
