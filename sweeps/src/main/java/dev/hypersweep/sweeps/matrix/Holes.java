package dev.hypersweep.sweeps.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a missing or failed run means for its trial's objective. */
public enum Holes {
  /** The trial has no objective. */
  FAIL,
  /** It counts as the worst value that any trial of the sweep has on the dataset. */
  WORST,
  /** It is left out, and the score says how many were. */
  SKIP;

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Holes::word).toList();
  }

  /** The rule of that word. */
  public static Optional<Holes> named(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** Its name in a definition, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
