package dev.hypersweep.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.cli.text.Text;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One mistake in a definition and where it stands.
 *
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 * @param field path of the field, or empty
 * @param message what is wrong
 * @param fix what would mend it, or empty
 */
public record PlacedError(int line, int column, String field, String message, String fix) {

  /** All errors of a problem's {@code errors}. */
  static List<PlacedError> listOf(JsonNode errors) {
    return StreamSupport.stream(errors.spliterator(), false).map(PlacedError::of).toList();
  }

  private static PlacedError of(JsonNode node) {
    return new PlacedError(
        node.path("line").asInt(),
        node.path("column").asInt(),
        Text.clean(node.path("field").asText("")),
        Text.clean(node.path("message").asText("")),
        Text.clean(node.path("fix").asText("")));
  }

  /** {@code FILE:LINE:COLUMN field: message (fix)}; parts that are unknown are left out. */
  public String line(String file) {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line);
      if (column > 0) {
        text.append(':').append(column);
      }
    }
    text.append(field.isEmpty() ? ": " : " " + field + ": ").append(message);
    return fix.isEmpty() ? text.toString() : text + " (" + fix + ")";
  }
}
