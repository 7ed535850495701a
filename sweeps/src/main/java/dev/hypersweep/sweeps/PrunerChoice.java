package dev.hypersweep.sweeps;

import dev.hypersweep.sweeps.pruning.Promotion;
import dev.hypersweep.sweeps.pruning.Promotions;
import dev.hypersweep.sweeps.pruning.Pruner;
import dev.hypersweep.sweeps.pruning.Pruners;
import dev.hypersweep.sweeps.pruning.Rungs;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who ends hopeless runs early, or pauses all of them and lets the best go on.
 *
 * @param name one of {@code Pruners.names} or {@code Promotions.NAMES}
 * @param settings those that the text gives; the others have their standard values
 */
public record PrunerChoice(String name, SortedMap<String, Double> settings) {

  public static final PrunerChoice NONE = new PrunerChoice("none", new TreeMap<>());

  private static final Set<String> RACES = Set.of("racing", "wilcoxon", "friedman");

  /** Whether it compares results of whole runs, dataset by dataset and seed by seed. */
  public boolean races() {
    return RACES.contains(name);
  }

  /** Whether runs pause at rungs and the best are promoted from their checkpoints. */
  public boolean promotes() {
    return Promotions.NAMES.contains(name);
  }

  /** The rungs of a choice that {@link #promotes}. */
  public Rungs rungs() {
    return Promotions.rungs(name, settings);
  }

  /**
   * A new promotion that has heard of nothing.
   *
   * @param steps of whole runs
   */
  public Promotion promotion(long steps) {
    return Promotions.named(name, rungs(), steps);
  }

  /**
   * A new pruner that has heard of nothing; of a choice that does not {@link #promotes}.
   *
   * @throws IllegalArgumentException naming the setting that is wrong
   */
  public Pruner pruner(Goal goal, long seed) {
    return Pruners.named(name, settings, goal, seed);
  }
}
