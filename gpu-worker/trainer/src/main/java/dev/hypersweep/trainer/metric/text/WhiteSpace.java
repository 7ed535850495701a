package dev.hypersweep.trainer.metric.text;

import java.util.ArrayList;
import java.util.List;

/**
 * White space as the reference implementations know it: Unicode's separators of all kinds (no-break
 * and ideographic spaces too) and the control characters that Unicode's bidirectional algorithm
 * counts as separators, U+001C to U+001F among them.
 */
public final class WhiteSpace {

  private WhiteSpace() {}

  /** Whether a character is white space. */
  public static boolean is(int character) {
    if (character < 0x80) {
      return character == ' '
          || character >= '\t' && character <= '\r'
          || character >= 0x1C && character <= 0x1F;
    }
    return character == 0x85 || Character.isSpaceChar(character);
  }

  /** What stands between white space, never empty. */
  public static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length(); i++) {
      // Every white space is in the basic plane, so a half of a pair is none.
      if (is(text.charAt(i))) {
        if (start >= 0) {
          words.add(text.substring(start, i));
          start = -1;
        }
      } else if (start < 0) {
        start = i;
      }
    }
    if (start >= 0) {
      words.add(text.substring(start));
    }
    return words;
  }

  /** The words with one space between them: white space at the ends is gone. */
  public static String single(String text) {
    return String.join(" ", split(text));
  }

  /** The text without white space at its ends. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && is(text.charAt(start))) {
      start++;
    }
    return text.substring(start, stripEnd(text, start, end));
  }

  /** The text without white space at its end. */
  public static String stripEnd(String text) {
    return text.substring(0, stripEnd(text, 0, text.length()));
  }

  private static int stripEnd(String text, int start, int end) {
    int last = end;
    while (last > start && is(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }
}
