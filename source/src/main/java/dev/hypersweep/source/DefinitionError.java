package dev.hypersweep.source;

/**
 * One thing that is wrong with a definition.
 *
 * @param line of the text, from 1
 * @param column of the line, from 1, in characters
 * @param field path such as {@code parameters.learning_rate.low} or {@code datasets[1]}; empty for
 *     the text as a whole
 * @param value what stands there, shortened, or empty if nothing does
 * @param message what is wrong
 * @param fix what to write instead
 */
public record DefinitionError(
    int line, int column, String field, String value, String message, String fix) {

  @Override
  public String toString() {
    String where = "line " + line + ", column " + column;
    return where + (field.isEmpty() ? "" : ", " + field) + ": " + message + " (" + fix + ")";
  }
}
