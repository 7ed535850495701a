package dev.hypersweep.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Numbers with the digits that mean something. */
public final class Numbers {

  private Numbers() {}

  /**
   * Decimals worth printing beside an uncertainty: two significant digits of its half width, five
   * decimals at most, as on the pages.
   *
   * @param halfWidth half of the interval, or NaN if there is none: then three decimals
   */
  public static int decimals(double halfWidth) {
    if (!(halfWidth > 0) || Double.isInfinite(halfWidth)) {
      return 3;
    }
    return Math.max(0, Math.min(5, (int) Math.ceil(-Math.log10(halfWidth)) + 1));
  }

  /** A number with that many decimals, {@code .} as its separator. */
  public static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /**
   * A single score: four decimals below 1, so that scores stand under each other, and four
   * significant digits from there on; {@code -} for null.
   */
  public static String score(JsonNode node) {
    if (!node.isNumber()) {
      return "-";
    }
    double value = node.asDouble();
    return Math.abs(value) < 1 ? fixed(value, 4) : significant(value, 4);
  }

  /** A value with its interval, for example {@code 0.571 [0.552 .. 0.590]}; {@code -} for null. */
  public static String interval(JsonNode value, JsonNode low, JsonNode high) {
    if (!value.isNumber()) {
      return "-";
    }
    if (!low.isNumber() || !high.isNumber()) {
      return fixed(value.asDouble(), 3);
    }
    int decimals = decimals((high.asDouble() - low.asDouble()) / 2);
    return "%s [%s .. %s]"
        .formatted(
            fixed(value.asDouble(), decimals),
            fixed(low.asDouble(), decimals),
            fixed(high.asDouble(), decimals));
  }

  /** Rounded to that many significant digits, without trailing zeros after the point. */
  public static String significant(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
    if (magnitude < -4 || magnitude > 9) {
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    }
    String text = fixed(value, Math.max(0, digits - 1 - magnitude));
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  /** A count for people: {@code 950}, {@code 53.2k}, {@code 12.6M}; {@code -} for null. */
  public static String count(JsonNode node) {
    if (!node.isNumber()) {
      return "-";
    }
    double value = node.asDouble();
    if (value < 10_000) {
      return Long.toString((long) value);
    }
    String[] units = {"k", "M", "G", "T"};
    int unit = -1;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return significant(value, 3) + units[unit];
  }
}
