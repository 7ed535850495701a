package dev.hypersweep.source;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which value an unquoted scalar has: the core schema of YAML 1.2.2, section 10.3.2. So {@code yes}
 * and {@code 12:30} are texts, {@code 010} is ten, and {@code 1e-4} is a number.
 */
final class CoreSchema {

  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
  private static final Set<String> NOT_A_NUMBER = Set.of(".nan", ".NaN", ".NAN");

  private CoreSchema() {}

  /** Null, Boolean, Long, Double (also for integers beyond 64 bits) or String. */
  static Object value(String text) {
    if (NULL.contains(text)) {
      return null;
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return TRUE.contains(text);
    }
    if (NOT_A_NUMBER.contains(text)) {
      return Double.NaN;
    }
    if (INFINITE.matcher(text).matches()) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (INTEGER.matcher(text).matches()) {
      return integer(text, text, 10);
    }
    if (OCTAL.matcher(text).matches()) {
      return integer(text, text.substring(2), 8);
    }
    if (HEX.matcher(text).matches()) {
      return integer(text, text.substring(2), 16);
    }
    return FLOAT.matcher(text).matches() ? (Object) Double.parseDouble(text) : text;
  }

  private static Object integer(String text, String digits, int radix) {
    try {
      return Long.parseLong(digits, radix);
    } catch (NumberFormatException beyond64Bits) {
      return radix == 10 ? (Object) Double.parseDouble(text) : (Object) Double.POSITIVE_INFINITY;
    }
  }
}
