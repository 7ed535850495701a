package dev.hypersweep.agent.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An error answer (RFC 9457), or whatever stood in its place.
 *
 * @param type last path segment of the problem's type, for example {@code stale-generation}; empty
 *     if the answer was no problem document
 * @param text one line for people
 */
record Problem(String type, String text) {

  private static final int MOST_CHARACTERS = 2_000;

  static Problem of(int status, byte[] body) {
    try {
      JsonNode node = Json.tree(body);
      if (node != null && node.isObject()) {
        String type = node.path("type").asText("");
        String errors = node.has("errors") ? " " + node.get("errors") : "";
        return new Problem(
            type.substring(type.lastIndexOf('/') + 1),
            cut(
                status
                    + " "
                    + node.path("title").asText("")
                    + ": "
                    + node.path("detail").asText("")
                    + errors));
      }
    } catch (IOException e) {
      // Not JSON: a proxy's page, most likely. Its text is all there is to tell.
    }
    return new Problem("", cut(status + " " + new String(body, StandardCharsets.UTF_8).strip()));
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
  }
}
