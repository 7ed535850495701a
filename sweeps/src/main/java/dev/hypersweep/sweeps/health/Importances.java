package dev.hypersweep.sweeps.health;

import dev.hypersweep.statistics.Interval;
import dev.hypersweep.statistics.Quantiles;
import dev.hypersweep.statistics.Ranks;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.sampling.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Permutation importance on random forests (L. Breiman, Random Forests, 2001, section 10): each
 * tree predicts the trials that it was not grown on, once as they are and once with one parameter's
 * values shuffled among them. Losses are replaced by their ranks, so that a trial that diverged
 * does not decide everything.
 */
public final class Importances {

  /** With fewer measured trials than this nothing is said. */
  public static final int ENOUGH = 20;

  /** Forests are grown on so many trials at most, the first ones: searches narrow down later. */
  public static final int MOST = 500;

  private static final int FORESTS = 20;
  private static final int TREES = 16;

  private Importances() {}

  /**
   * The importance of every parameter, greatest first; empty if too few trials are measured. Equal
   * trials give equal numbers.
   */
  public static List<Importance> of(List<Parameter> parameters, List<Observed> trials) {
    List<Observed> measured = trials.stream().filter(Observed::isMeasured).limit(MOST).toList();
    if (measured.size() < ENOUGH || parameters.isEmpty()) {
      return List.of();
    }
    double[][] features = new double[measured.size()][parameters.size()];
    for (int i = 0; i < features.length; i++) {
      for (int j = 0; j < features[i].length; j++) {
        Object value = measured.get(i).point().get(parameters.get(j).name());
        // A parameter that a trial does not have lies beside its range.
        features[i][j] = value == null ? -1 : parameters.get(j).domain().position(value);
      }
    }
    double[] ranks = Ranks.ascending(measured.stream().mapToDouble(Observed::loss).toArray());
    int[][] bins = Bins.of(features);
    double[][] byForest = new double[parameters.size()][FORESTS];
    for (int forest = 0; forest < FORESTS; forest++) {
      double[] own = forest(bins, ranks, forest);
      for (int j = 0; j < own.length; j++) {
        byForest[j][forest] = own[j];
      }
    }
    List<Importance> importances = new ArrayList<>();
    for (int j = 0; j < byForest.length; j++) {
      double mean = Arrays.stream(byForest[j]).average().orElseThrow();
      Interval interval =
          new Interval(Quantiles.of(byForest[j], 0.05), Quantiles.of(byForest[j], 0.95));
      importances.add(new Importance(parameters.get(j).name(), mean, interval));
    }
    importances.sort(
        Comparator.comparingDouble(Importance::value)
            .reversed()
            .thenComparing(Importance::parameter));
    return importances;
  }

  /** One forest on resampled trials; growth of its squared error by the variance, per feature. */
  private static double[] forest(int[][] bins, double[] targets, int number) {
    Draws draws = Draws.of(number, "importance", bins.length);
    int n = bins.length;
    // Without repeating any: what is left out of a tree is truly unseen.
    int[] sample = Arrays.copyOf(draws.permutation(n), Math.max(ENOUGH / 2, n * 4 / 5));
    double[] grown = new double[bins[0].length];
    for (int t = 0; t < TREES; t++) {
      boolean[] used = new boolean[n];
      int[] rows = new int[sample.length];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = sample[draws.below(sample.length)];
        used[rows[i]] = true;
      }
      Tree tree = new Tree(bins, targets, rows, draws);
      int[] unseen = IntStream.range(0, n).filter(i -> !used[i]).toArray();
      double error = error(tree, targets, unseen, -1, unseen);
      for (int j = 0; j < grown.length; j++) {
        int[] order = draws.permutation(unseen.length);
        int[] shuffled = IntStream.of(order).map(i -> unseen[i]).toArray();
        double worse = error(tree, targets, unseen, j, shuffled);
        grown[j] += (worse - error) / unseen.length;
      }
    }
    double mean = Arrays.stream(targets).average().orElse(0);
    double variance = Arrays.stream(targets).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    return Arrays.stream(grown)
        .map(one -> variance == 0 ? 0 : Math.max(0, one / TREES / variance))
        .toArray();
  }

  private static double error(Tree tree, double[] targets, int[] rows, int feature, int[] donors) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double off = tree.predict(rows[i], feature, donors[i]) - targets[rows[i]];
      sum += off * off;
    }
    return sum;
  }
}
