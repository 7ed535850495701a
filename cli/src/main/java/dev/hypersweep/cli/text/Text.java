package dev.hypersweep.cli.text;

import com.fasterxml.jackson.databind.JsonNode;

/** Text from a server, made safe for a terminal. */
public final class Text {

  private Text() {}

  /** The text without control characters, so that no name can move the cursor or set colours. */
  public static String clean(String text) {
    return text.replaceAll("\\p{Cc}+", " ");
  }

  /** A field's text, cleaned; {@code -} where it is missing or null. */
  public static String of(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? "-" : clean(node.asText());
  }

  /** A count with its noun: {@code 1 worker}, {@code 2 workers}. */
  public static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** How far something is: {@code 120 of 400}; {@code 120} while the whole is not known. */
  public static String countOf(JsonNode part, JsonNode whole) {
    return of(part) + (whole.isNumber() ? " of " + of(whole) : "");
  }

  /** At most {@code width} characters; what is cut off is shown as {@code ..}. */
  public static String clip(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(0, width - 2)) + "..";
  }
}
