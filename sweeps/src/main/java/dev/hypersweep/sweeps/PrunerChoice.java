package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.pruning.Pruner;
import dev.hypersweep.sweeps.pruning.Pruners;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who ends hopeless runs early.
 *
 * @param name one of {@code Pruners.names}
 * @param settings those that the text gives; the others have their standard values
 */
public record PrunerChoice(String name, SortedMap<String, Double> settings) {

  public static final PrunerChoice NONE = new PrunerChoice("none", new TreeMap<>());

  private static final Set<String> RACES = Set.of("racing", "wilcoxon", "friedman");

  /** Whether it compares results of whole runs, dataset by dataset and seed by seed. */
  public boolean races() {
    return RACES.contains(name);
  }

  /**
   * A new one that has heard of nothing.
   *
   * @throws IllegalArgumentException naming the setting that is wrong
   */
  public Pruner pruner(Goal goal, long seed) {
    return Pruners.named(name, settings, goal, seed);
  }
}
