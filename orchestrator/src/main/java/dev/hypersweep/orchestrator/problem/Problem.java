package dev.hypersweep.orchestrator.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;

/**
 * The body of every error answer (RFC 9457), {@code application/problem+json}.
 *
 * @param type identifies the kind, see {@link ProblemType}
 * @param title the kind in words
 * @param status HTTP status
 * @param detail what happened this time, and how to mend it
 * @param instance the path that was asked for
 * @param requestId also in the {@code X-Request-Id} header and in the log
 * @param errors the places that are wrong, if places can be named
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String instance,
    String requestId,
    List<FieldError> errors) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One wrong place. Line and column count from 1 and stand only where the body has lines.
   *
   * @param field path of the value, for example {@code points[3].value}
   * @param value what was found there, shortened
   * @param message what is wrong
   * @param fix how to mend it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FieldError(
      Integer line, Integer column, String field, String value, String message, String fix) {

    /** A wrong value in a place without lines. */
    public static FieldError of(String field, Object value, String message, String fix) {
      return new FieldError(null, null, field, shortened(value), message, fix);
    }

    private static String shortened(Object value) {
      if (value == null) {
        return null;
      }
      String text = value.toString();
      return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
  }
}
