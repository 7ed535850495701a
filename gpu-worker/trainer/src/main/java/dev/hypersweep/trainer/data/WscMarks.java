package dev.hypersweep.trainer.data;

/**
 * Marks what WSC asks about, as the T5 code does: {@code * noun *} and {@code # pronoun #}. Spans
 * are given by the number of their first word; where the words there are others (as some are in the
 * official files), the word at that place is marked all the same.
 */
final class WscMarks {

  private WscMarks() {}

  static void add(Row row) {
    String text = row.text("text");
    int[] noun = span(row, text, "target.span1");
    int[] pronoun = span(row, text, "target.span2");
    row.columns().put("marked", mark(text, pronoun, "*", "*"));
    boolean nounFirst = noun[0] < pronoun[0];
    String both =
        nounFirst
            ? mark(mark(text, pronoun, "# ", " #"), noun, "* ", " *")
            : mark(mark(text, noun, "* ", " *"), pronoun, "# ", " #");
    row.columns().put("both_marked", both);
  }

  private static String mark(String text, int[] span, String before, String after) {
    return text.substring(0, span[0])
        + before
        + text.substring(span[0], span[1])
        + after
        + text.substring(span[1]);
  }

  private static int[] span(Row row, String text, String name) {
    int start = wordStart(text, row.get(name + "_index").asInt());
    String words = row.text(name + "_text");
    if (text.regionMatches(true, start, words, 0, words.length())) {
      return new int[] {start, start + words.length()};
    }
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return new int[] {start, end};
  }

  private static int wordStart(String text, int word) {
    int seen = -1;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean blank = Character.isWhitespace(text.charAt(i));
      if (!blank && !inside && ++seen == word) {
        return i;
      }
      inside = !blank;
    }
    throw new IllegalArgumentException("the text has no word " + word);
  }
}
