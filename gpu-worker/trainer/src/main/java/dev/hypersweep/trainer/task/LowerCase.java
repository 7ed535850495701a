package dev.hypersweep.trainer.task;

import java.util.Locale;
import java.util.stream.IntStream;

/** Where the characters of a lower-cased text come from, for the few that become two. */
final class LowerCase {

  private LowerCase() {}

  /** For each code point of the lower-cased text the place of its origin, in code points. */
  static int[] places(String text) {
    int[] points = text.codePoints().toArray();
    return IntStream.range(0, points.length)
        .flatMap(
            place -> {
              String lower = Character.toString(points[place]).toLowerCase(Locale.ROOT);
              return IntStream.generate(() -> place).limit(lower.codePointCount(0, lower.length()));
            })
        .toArray();
  }
}
