package dev.hypersweep.orchestrator.page;

/**
 * One way to sort a list, by a column and then by a unique whole number, so that no two items share
 * a place.
 *
 * @param expression SQL of the sort value, never null in a row
 * @param type SQL type of the sort value
 * @param key SQL of the unique number
 */
public record Order(String expression, String type, String key, boolean descending) {

  /** Condition for "after the cursor"; its two parameters are the sort value as text and the id. */
  public String after() {
    String comparison = descending ? "<" : ">";
    return "(%s, %s) %s (cast(? as %s), ?)".formatted(expression, key, comparison, type);
  }

  /** What follows {@code order by}. */
  public String by() {
    String direction = descending ? "desc" : "asc";
    return "%s %s, %s %s".formatted(expression, direction, key, direction);
  }
}
