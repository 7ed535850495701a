package dev.hypersweep.orchestrator.problem;

import java.net.URI;
import java.util.Arrays;

/** Every kind of error that a caller can meet. */
public enum ProblemType {
  INVALID_DEFINITION("invalid-definition", 422, "The definition is not valid"),
  MALFORMED_BODY("malformed-body", 400, "The body cannot be read"),
  INVALID_PARAMETER("invalid-parameter", 400, "A parameter is not valid"),
  UNAUTHORIZED("unauthorized", 401, "A valid token is needed"),
  FORBIDDEN("forbidden", 403, "This caller may not do that"),
  NOT_FOUND("not-found", 404, "There is no such thing"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "This path does not know that method"),
  NOT_ACCEPTABLE("not-acceptable", 406, "This is not available in that form"),
  STALE_GENERATION("stale-generation", 409, "This attempt has ended"),
  ILLEGAL_TRANSITION("illegal-transition", 409, "Its state does not allow that"),
  IDEMPOTENCY_CONFLICT("idempotency-conflict", 409, "The key was used for something else"),
  TOO_LARGE("too-large", 413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "That media type is not read here"),
  INVALID_VALUE("invalid-value", 422, "A value is not valid"),
  INTERNAL("internal", 500, "The orchestrator failed"),
  UNAVAILABLE("unavailable", 503, "Not available now; try again"),
  STORAGE_FULL("storage-full", 507, "There is no room to store that");

  private final String slug;
  private final int status;
  private final String title;

  ProblemType(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** The kind in words, always the same for one kind. */
  public String title() {
    return title;
  }

  /** Identifies the kind; nothing needs to lie at that address. */
  public URI uri() {
    return URI.create("https://hypersweep.dev/problems/" + slug);
  }

  /** The kind for a status that a framework chose. */
  public static ProblemType ofStatus(int status) {
    return switch (status) {
      case 400 -> MALFORMED_BODY;
      case 409 -> ILLEGAL_TRANSITION;
      case 422 -> INVALID_VALUE;
      default ->
          Arrays.stream(values())
              .filter(type -> type.status == status)
              .findFirst()
              .orElse(status >= 500 || status < 400 ? INTERNAL : MALFORMED_BODY);
    };
  }
}
