package dev.hypersweep.orchestrator.page;

import dev.hypersweep.orchestrator.problem.ProblemException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which stretch of a list is wanted; a bean parameter of every list. */
public class PageParameters {

  private static final int STANDARD = 50;
  private static final int GREATEST = 200;

  @RestQuery
  @Parameter(
      description = "Items on a page.",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  String limit;

  @RestQuery
  @Parameter(description = "`next` of the page before.")
  String cursor;

  /**
   * Items on a page.
   *
   * @throws ProblemException unless it is a whole number from 1 to 200
   */
  public int limit() {
    return (int) wholeNumber("limit", limit, STANDARD, 1, GREATEST);
  }

  /**
   * Where the page before ended; none for the first page.
   *
   * @param scope list, filters and sort that the cursor must have been made for
   * @throws ProblemException if it was made for anything else, or altered
   */
  public Optional<Cursor> after(String scope) {
    return Cursor.decode(cursor, scope);
  }

  /**
   * A whole number sent as a query parameter, or {@code standard} if there is none.
   *
   * @throws ProblemException if it is none, or out of bounds
   */
  public static long wholeNumber(
      String parameter, String value, long standard, long low, long high) {
    if (value == null || value.isEmpty()) {
      return standard;
    }
    try {
      long number = Long.parseLong(value);
      if (low <= number && number <= high) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, like a number out of bounds.
    }
    throw ProblemException.invalidParameter(
        parameter,
        value,
        "not in its range",
        "allowed: a whole number from %d to %d".formatted(low, high));
  }
}
