package dev.hypersweep.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hypersweep.cli.text.Text;
import java.util.List;

/** The server refused, in the form of RFC 9457 (problem details). */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String type;
  private final transient List<PlacedError> errors;
  private final transient List<Extended.Part> parts;

  /** A refusal without places. */
  public Problem(int status, String message) {
    this(status, message, "", List.of(), List.of());
  }

  private Problem(
      int status,
      String message,
      String type,
      List<PlacedError> errors,
      List<Extended.Part> parts) {
    super(message);
    this.status = status;
    this.type = type;
    this.errors = errors;
    this.parts = parts;
  }

  /** Reads the body of an error; a body of another form is shown by its status alone. */
  public static Problem of(int status, String body) {
    try {
      JsonNode node = new JsonMapper().readTree(body);
      if (node == null || !node.hasNonNull("title")) {
        return new Problem(status, "the server answered with status " + status);
      }
      return new Problem(
          status,
          message(status, node),
          node.path("type").asText(),
          PlacedError.listOf(node.path("errors")),
          List.of());
    } catch (JsonProcessingException e) {
      return new Problem(status, "the server answered with status " + status);
    }
  }

  /** The same, of a definition of which some lines come from other files. */
  Problem of(List<Extended.Part> files) {
    return new Problem(status, getMessage(), type, errors, files);
  }

  /** The status of the answer. */
  public int status() {
    return status;
  }

  /** Whether a parameter was refused, an option of the command for example. */
  public boolean ofParameter() {
    return type.endsWith("/invalid-parameter");
  }

  /** Whether a sweep definition was refused. */
  public boolean ofDefinition() {
    return type.endsWith("/invalid-definition");
  }

  /**
   * What people read: one line per placed error as {@link PlacedError}, or the message alone if
   * nothing was placed.
   */
  public List<String> lines(String file) {
    return errors.isEmpty()
        ? List.of(getMessage())
        : errors.stream().map(error -> line(error, file)).toList();
  }

  /** In the last of the files that begins before it. */
  private String line(PlacedError error, String file) {
    return parts.stream()
        .filter(part -> part.first() <= error.line())
        .reduce((one, later) -> later)
        .map(part -> error.at(error.line() - part.first() + 1, part.indent()).line(part.file()))
        .orElseGet(() -> error.line(file));
  }

  private static String message(int status, JsonNode node) {
    String detail = node.path("detail").asText("");
    String message = Text.of(node.path("title"));
    if (!detail.isBlank()) {
      message += ": " + Text.clean(detail);
    }
    if (status == 401) {
      message += " (set HYPERSWEEP_TOKEN)";
    }
    String request = node.path("requestId").asText("");
    return status >= 500 && !request.isBlank()
        ? message + " [request " + Text.clean(request) + "]"
        : message;
  }
}
