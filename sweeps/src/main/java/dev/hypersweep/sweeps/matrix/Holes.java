package dev.hypersweep.sweeps.matrix;

import java.util.Locale;

/** What a missing or failed run means for its trial's objective. */
public enum Holes {
  /** The trial has no objective. */
  FAIL,
  /** It counts as the worst value that any trial of the sweep has on the dataset. */
  WORST,
  /** It is left out, and the score says how many were. */
  SKIP;

  /** Its name in a definition, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
