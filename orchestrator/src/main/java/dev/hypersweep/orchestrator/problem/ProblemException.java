package dev.hypersweep.orchestrator.problem;

import dev.hypersweep.orchestrator.problem.Problem.FieldError;
import java.util.List;

/** Ends a request with a problem document. A transaction that it leaves is rolled back. */
public final class ProblemException extends RuntimeException {

  private final ProblemType type;
  private final transient List<FieldError> errors;

  /** A problem with named places; {@code detail} says what happened and how to mend it. */
  public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
    super(detail);
    this.type = type;
    this.errors = List.copyOf(errors);
  }

  /** A problem without places. */
  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  /** 404, for example {@code notFound("run", 17)}. */
  public static ProblemException notFound(String kind, Object id) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no " + kind + " " + id + ".");
  }

  /** 422 for one value of a body. */
  public static ProblemException invalidValue(
      String field, Object value, String message, String fix) {
    return new ProblemException(
        ProblemType.INVALID_VALUE,
        field + ": " + message,
        List.of(FieldError.of(field, value, message, fix)));
  }

  /** 400 for one query or path parameter. */
  public static ProblemException invalidParameter(
      String name, Object value, String message, String fix) {
    return new ProblemException(
        ProblemType.INVALID_PARAMETER,
        name + ": " + message,
        List.of(FieldError.of(name, value, message, fix)));
  }

  /** The kind. */
  public ProblemType type() {
    return type;
  }

  /** The wrong places; empty if none can be named. */
  public List<FieldError> errors() {
    return errors;
  }
}
