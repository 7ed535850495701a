package dev.hypersweep.orchestrator.page;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.protocol.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The place in a list after which the next page begins: the sort value and the id of the last item
 * shown. Since it names an item and not a count, rows that come or go elsewhere move nothing.
 *
 * <p>A cursor belongs to one list with one sort order and one set of filters (its scope), and
 * carries a checksum over both: a cursor that was altered, or sent to another list, is refused. It
 * gives no rights, so the checksum needs no secret.
 *
 * @param sortValue text form of the sort column's value; empty if the list is sorted by id alone
 * @param id of the last item shown
 */
public record Cursor(String sortValue, long id) {

  private static final int CHECKSUM = 16;

  /** The opaque text for the scope. */
  public String encode(String scope) {
    String place = id + ":" + sortValue;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((checksum(scope, place) + place).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a cursor; none if the text is null or empty.
   *
   * @throws ProblemException if it was not made by {@link #encode} for this scope
   */
  public static Optional<Cursor> decode(String text, String scope) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String place = decoded.substring(CHECKSUM);
      int colon = place.indexOf(':');
      Cursor cursor =
          new Cursor(place.substring(colon + 1), Long.parseLong(place.substring(0, colon)));
      if (cursor.encode(scope).equals(text)) {
        return Optional.of(cursor);
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Not one of ours: answered below like any other.
    }
    throw ProblemException.invalidParameter(
        "cursor",
        text,
        "this is no cursor of this list",
        "send the `next` of a page with the same filters and sort, or no cursor to begin anew");
  }

  private static String checksum(String scope, String place) {
    return Sha256.hex(scope + "\n" + place).substring(0, CHECKSUM);
  }
}
