package dev.hypersweep.trainer.task;

/** From the code points of a text, in which tokenizers count, to its UTF-16 units. */
final class CodePoints {

  private final int[] units;

  CodePoints(String text) {
    units = new int[text.codePointCount(0, text.length()) + 1];
    int unit = 0;
    for (int point = 0; point < units.length - 1; point++) {
      units[point] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
    units[units.length - 1] = unit;
  }

  /** The unit at which a code point begins. */
  int unit(int point) {
    return units[Math.min(point, units.length - 1)];
  }
}
