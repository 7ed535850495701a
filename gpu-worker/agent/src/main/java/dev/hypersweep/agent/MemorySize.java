package dev.hypersweep.agent;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 2GiB}, {@code 512 MB}, {@code 1073741824}. */
final class MemorySize {

  private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\s*([a-z]*)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "", 1L,
          "b", 1L,
          "kb", 1_000L,
          "mb", 1_000_000L,
          "gb", 1_000_000_000L,
          "kib", 1L << 10,
          "mib", 1L << 20,
          "gib", 1L << 30);

  private MemorySize() {}

  /**
   * The size in bytes.
   *
   * @throws IllegalArgumentException if it is not written so, or is 0 or beyond 2^63
   */
  static long parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    Long unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
    if (unit == null || Long.parseLong(matcher.group(1)) == 0) {
      throw new IllegalArgumentException("not a size such as 2GiB: " + text);
    }
    try {
      return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("too large: " + text, e);
    }
  }
}
