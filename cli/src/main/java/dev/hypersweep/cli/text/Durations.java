package dev.hypersweep.cli.text;

import com.fasterxml.jackson.databind.JsonNode;

/** Spans of time for people. */
public final class Durations {

  private Durations() {}

  /** For example {@code 0.4 s}, {@code 42 s}, {@code 3 min 05 s}, {@code 2 h 10 min}. */
  public static String of(double seconds) {
    if (seconds < 9.95) {
      return Numbers.fixed(Math.max(0, seconds), 1) + " s";
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    if (whole < 3600) {
      return "%d min %02d s".formatted(whole / 60, whole % 60);
    }
    if (whole < 86_400) {
      return "%d h %02d min".formatted(whole / 3600, whole % 3600 / 60);
    }
    return "%d d %02d h".formatted(whole / 86_400, whole % 86_400 / 3600);
  }

  /** A field in seconds; {@code -} for null. */
  public static String of(JsonNode seconds) {
    return seconds.isNumber() ? of(seconds.asDouble()) : "-";
  }
}
