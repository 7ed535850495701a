package dev.hypersweep.trainer.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits text into lower-cased words (letters and digits, an apostrophe inside one belonging to it)
 * and single other characters.
 */
final class Words {

  private Words() {}

  static List<String> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < lower.length()) {
      int c = lower.codePointAt(i);
      int end = i + Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        while (end < lower.length() && continues(lower, end)) {
          end += Character.charCount(lower.codePointAt(end));
        }
        words.add(lower.substring(i, end));
      } else if (!Character.isWhitespace(c)) {
        words.add(lower.substring(i, end));
      }
      i = end;
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
