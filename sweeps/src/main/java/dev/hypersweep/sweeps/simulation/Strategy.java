package dev.hypersweep.sweeps.simulation;

import dev.hypersweep.sweeps.pruning.Promotion;
import dev.hypersweep.sweeps.pruning.Promotions;
import dev.hypersweep.sweeps.pruning.Pruner;
import dev.hypersweep.sweeps.pruning.PrunerText;
import dev.hypersweep.sweeps.pruning.Pruners;
import dev.hypersweep.sweeps.sampling.Goal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who saves steps: a pruner that stops trials, or a promotion that lets them go on.
 *
 * @param text as people wrote it
 * @param pruner none where a promotion works
 * @param promotion straight where a pruner works
 * @param byCell whether the pruner is told of runs by their place in the matrix
 */
public record Strategy(String text, Pruner pruner, Promotion promotion, boolean byCell) {

  private static final List<String> BY_CELL = List.of("racing", "wilcoxon", "friedman");

  /**
   * The strategy of a text: a pruner as for {@code ask}, or a promotion with the settings {@code
   * min} and {@code reduction}. Hyperband's {@code max} is the runs' own unless it is given.
   *
   * @param steps of whole runs
   * @throws IllegalArgumentException naming what is wrong in it
   */
  public static Strategy read(String text, long steps, long seed) {
    String name = PrunerText.name(text);
    Map<String, Double> given = new TreeMap<>(PrunerText.settings(text));
    if (!Promotions.NAMES.contains(name)) {
      if (!Pruners.names().contains(name)) {
        throw new IllegalArgumentException(
            "there is no pruner '"
                + name
                + "': "
                + String.join(", ", Pruners.names())
                + ", "
                + String.join(", ", Promotions.NAMES));
      }
      if (name.equals("hyperband")) {
        given.putIfAbsent("max", (double) steps);
      }
      Pruner pruner = Pruners.named(name, given, Goal.MINIMIZE, seed);
      return new Strategy(text, pruner, Promotion.straight(steps), BY_CELL.contains(name));
    }
    Promotion promotion = Promotions.named(name, Promotions.rungs(name, given), steps);
    return new Strategy(text, Pruner.NONE, promotion, false);
  }
}
