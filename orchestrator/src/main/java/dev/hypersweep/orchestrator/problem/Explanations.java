package dev.hypersweep.orchestrator.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.hypersweep.orchestrator.problem.Problem.FieldError;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.VertxException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.CharConversionException;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/** Says in a caller's words what a framework's exception means. */
@ApplicationScoped
public class Explanations {

  private static final Logger LOG = Logger.getLogger(Explanations.class);

  /** SQLSTATE character_not_in_repertoire. */
  private static final String NOT_TEXT = "22021";

  @Inject AllowedMethods allowed;

  /** The problem that an exception stands for; {@link ProblemType#INTERNAL} if it is our fault. */
  public ProblemException explain(Throwable thrown, RoutingContext context) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
      if (cause instanceof IllegalStateException) {
        // Ours, and so is whatever caused it: a stored JSON that is broken is no caller's mistake.
        break;
      }
      if (cause instanceof JsonProcessingException json) {
        return malformed(json);
      }
      if (cause instanceof CharConversionException) {
        return new ProblemException(
            ProblemType.MALFORMED_BODY, "The body is not valid UTF-8. Send it as UTF-8.");
      }
      if (cause instanceof ConstraintViolationException violations) {
        return violated(violations);
      }
      if (cause instanceof UnauthorizedException
          || cause instanceof AuthenticationFailedException) {
        return new ProblemException(ProblemType.UNAUTHORIZED, "Send a valid token.");
      }
      if (cause instanceof ForbiddenException) {
        return new ProblemException(ProblemType.FORBIDDEN, "This token may not do that.");
      }
      if (cause instanceof SQLException sql && NOT_TEXT.equals(sql.getSQLState())) {
        return new ProblemException(
            ProblemType.INVALID_PARAMETER,
            "A value holds a character that cannot be stored (U+0000). Leave it out.");
      }
      if (cause instanceof VertxException && String.valueOf(cause.getMessage()).contains("Host")) {
        return new ProblemException(
            ProblemType.INVALID_PARAMETER, "The Host header is missing or names no host.");
      }
      if (cause instanceof SQLException sql && isOutage(sql)) {
        return new ProblemException(
            ProblemType.UNAVAILABLE, "The database does not answer. Try again in a moment.");
      }
    }
    if (thrown instanceof WebApplicationException web) {
      return framework(web, context);
    }
    LOG.errorf(
        thrown,
        "request %s %s %s failed",
        RequestId.of(context),
        context.request().method(),
        context.request().path());
    return new ProblemException(
        ProblemType.INTERNAL,
        "Something broke that should not have. The log names the request id.");
  }

  private ProblemException framework(WebApplicationException web, RoutingContext context) {
    int status = web.getResponse().getStatus();
    String method = context.request().method().name();
    String path = context.request().path();
    return switch (status) {
      // A path parameter that is not a number: to the caller there is no such thing.
      case 404 -> allowed.refuses(path, method) ? refused(path, method) : absent(path);
      case 405 -> refused(path, method);
      case 406 ->
          new ProblemException(
              ProblemType.NOT_ACCEPTABLE,
              path + " has no such form: " + context.request().getHeader("Accept") + ".");
      case 413 -> new ProblemException(ProblemType.TOO_LARGE, "The body is too large.");
      case 415 ->
          new ProblemException(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              path + " does not read " + context.request().getHeader("Content-Type") + ".");
      default ->
          new ProblemException(
              ProblemType.ofStatus(status),
              web.getMessage() == null ? "The request was refused." : web.getMessage());
    };
  }

  private static ProblemException absent(String path) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is nothing at " + path + ".");
  }

  private static ProblemException refused(String path, String method) {
    return new ProblemException(
        ProblemType.METHOD_NOT_ALLOWED, path + " does not know " + method + ".");
  }

  private static ProblemException malformed(JsonProcessingException json) {
    JsonLocation at = json.getLocation();
    Integer line = at == null || at.getLineNr() < 1 ? null : at.getLineNr();
    Integer column = at == null || at.getColumnNr() < 1 ? null : at.getColumnNr();
    String field = json instanceof JsonMappingException mapping ? path(mapping) : null;
    String message = firstLine(json.getOriginalMessage());
    String fix = "send JSON as the API document describes";
    if (json instanceof UnrecognizedPropertyException unknown) {
      message = "unknown field " + unknown.getPropertyName();
      fix = "known here: " + unknown.getKnownPropertyIds();
    }
    String place = field == null || field.isEmpty() ? "" : field + ": ";
    return new ProblemException(
        ProblemType.MALFORMED_BODY,
        place + message,
        List.of(new FieldError(line, column, field, null, message, fix)));
  }

  private static String path(JsonMappingException exception) {
    StringBuilder path = new StringBuilder();
    for (var reference : exception.getPath()) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }

  private static ProblemException violated(ConstraintViolationException violations) {
    List<FieldError> errors =
        violations.getConstraintViolations().stream()
            .map(
                one ->
                    FieldError.of(
                        last(one.getPropertyPath().toString()),
                        one.getInvalidValue(),
                        one.getMessage(),
                        null))
            .toList();
    return new ProblemException(
        ProblemType.INVALID_PARAMETER,
        errors.isEmpty()
            ? "A parameter is not valid."
            : errors.get(0).field() + ": " + errors.get(0).message(),
        errors);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String firstLine(String message) {
    String line = message == null ? "not readable" : message.lines().findFirst().orElse("");
    return line.length() <= 300 ? line : line.substring(0, 300) + "...";
  }

  /** Connection lost, server shutting down, no connection free in time. */
  private static boolean isOutage(SQLException exception) {
    String state = exception.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53");
  }
}
