package dev.hypersweep.source;

import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where something stands in a text.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(int line, int column) {

  public static final Place START = new Place(1, 1);

  static Place of(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The place of a character of a text. */
  static Place of(String text, int index) {
    int lineStart = text.lastIndexOf('\n', Math.max(0, index - 1)) + 1;
    int line = (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
    return new Place(line, text.codePointCount(lineStart, Math.max(index, lineStart)) + 1);
  }

  /** So many characters further in the same line. */
  public Place plus(int characters) {
    return new Place(line, column + characters);
  }
}
