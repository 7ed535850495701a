package dev.hypersweep.trainer.metric.language;

import dev.hypersweep.trainer.metric.text.WhiteSpace;
import java.nio.charset.StandardCharsets;

/**
 * What a text's likelihood is divided by.
 *
 * @param bytes in UTF-8
 * @param characters code points
 * @param utf16Units as Java and JavaScript count
 * @param lines parts that end with a line feed, and what stands behind the last one
 * @param words parts between white space
 */
public record TextCounts(long bytes, long characters, long utf16Units, long lines, long words) {

  public static TextCounts of(String text) {
    long lineFeeds = text.chars().filter(unit -> unit == '\n').count();
    boolean unended = !text.isEmpty() && !text.endsWith("\n");
    return new TextCounts(
        text.getBytes(StandardCharsets.UTF_8).length,
        text.codePointCount(0, text.length()),
        text.length(),
        lineFeeds + (unended ? 1 : 0),
        WhiteSpace.split(text).size());
  }

  /** Words and an end-of-line token for each line, as WikiText's perplexities count. */
  public long wordsWithEndOfLine() {
    return words + lines;
  }
}
