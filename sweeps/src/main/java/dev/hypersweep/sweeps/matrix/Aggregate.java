package dev.hypersweep.sweeps.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the datasets of a trial become one objective. */
public enum Aggregate {
  /** Mean over datasets, each the mean of its seeds. */
  MEAN,
  /** Mean over datasets with weights. */
  WEIGHTED,
  /** The dataset on which the trial does worst. */
  WORST,
  /**
   * Mean over datasets of the trial's rank among all trials, 1 for the best: the one that asks for
   * no common scale or direction.
   */
  RANK_MEAN;

  /** Its name in a definition, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Aggregate::word).toList();
  }

  /** The aggregate of that word. */
  public static Optional<Aggregate> named(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
