package dev.hypersweep.source;

/** How values are quoted in error messages. */
public final class Shown {

  private static final int MOST = 60;

  private Shown() {}

  /** The text, cut if it is long, line breaks shown as blanks. */
  public static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= MOST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, MOST)) + "..";
  }
}
