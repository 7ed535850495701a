package dev.hypersweep.cli.rest;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Text;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One mistake in a definition and where it stands.
 *
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 * @param field path of the field, or empty
 * @param value what stands there, or empty
 * @param message what is wrong
 * @param fix what would mend it, or empty
 */
public record PlacedError(
    int line, int column, String field, String value, String message, String fix) {

  private static final int WIDTH = 60;

  /** All errors of a problem's {@code errors}. */
  static List<PlacedError> listOf(JsonNode errors) {
    return StreamSupport.stream(errors.spliterator(), false).map(PlacedError::of).toList();
  }

  private static PlacedError of(JsonNode node) {
    return new PlacedError(
        node.path("line").asInt(),
        node.path("column").asInt(),
        Text.clean(node.path("field").asText("")),
        Text.clip(Text.clean(node.path("value").asText("")), WIDTH),
        Text.clean(node.path("message").asText("")),
        Text.clean(node.path("fix").asText("")));
  }

  /** The same in a text that begins elsewhere. */
  PlacedError at(int itsLine, int indent) {
    return new PlacedError(itsLine, Math.max(1, column - indent), field, value, message, fix);
  }

  /**
   * {@code FILE:LINE:COLUMN field: value: message (fix)}. Parts that are unknown are left out: the
   * file where the error is none of a text, the value where the message quotes it.
   */
  public String line(String file) {
    String place = line > 0 ? file + ":" + line + (column > 0 ? ":" + column : "") : "";
    String subject = Stream.of(place, field).filter(text -> !text.isEmpty()).collect(joining(" "));
    String quoted = value.isEmpty() || quotes(message, value) ? "" : value;
    String text =
        Stream.of(subject, quoted, message).filter(part -> !part.isEmpty()).collect(joining(": "));
    return fix.isEmpty() ? text : text + " (" + fix + ")";
  }

  /** As a word of its own: 10 does not quote 0. */
  private static boolean quotes(String message, String value) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(value) + "(?![\\w.])")
        .matcher(message)
        .find();
  }
}
