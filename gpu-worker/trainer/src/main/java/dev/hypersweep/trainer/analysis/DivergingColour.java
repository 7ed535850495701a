package dev.hypersweep.trainer.analysis;

import java.util.Locale;

/** Colours of -1 .. 1 that also people who see no red or green tell apart: amber, grey, indigo. */
final class DivergingColour {

  private static final int[] LEAST = {0xc7, 0x7f, 0x1a};
  private static final int[] ZERO = {0xf3, 0xf1, 0xec};
  private static final int[] MOST = {0x45, 0x3f, 0xa5};

  /** From here on white text reads better than dark. */
  private static final double DARK = 0.55;

  private DivergingColour() {}

  /** As {@code #rrggbb}; values beyond the ends take theirs. */
  static String of(double value) {
    int[] end = value < 0 ? LEAST : MOST;
    double share = Math.min(1, Math.abs(value));
    StringBuilder hex = new StringBuilder("#");
    for (int part = 0; part < end.length; part++) {
      long mixed = Math.round(ZERO[part] + share * (end[part] - ZERO[part]));
      hex.append(String.format(Locale.ROOT, "%02x", mixed));
    }
    return hex.toString();
  }

  /** The colour of text on it. */
  static String ink(double value) {
    return value > DARK ? "#ffffff" : "#1f2026";
  }
}
