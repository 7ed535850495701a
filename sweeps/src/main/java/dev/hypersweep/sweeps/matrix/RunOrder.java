package dev.hypersweep.sweeps.matrix;

import dev.hypersweep.statistics.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The order in which a trial's runs decide earliest: the cheap and telling datasets first, each
 * with the first seed, then all with the second, and so on.
 *
 * <p>How telling a prefix of datasets is: Spearman's correlation, over stored trials, of the mean
 * over the prefix with the mean over all datasets. The next dataset is the one that adds most to it
 * for its cost; equal ones come in the sweep's order. Below {@value #ENOUGH} stored trials that
 * have every dataset nothing is known but cost, and the cheap ones come first.
 */
public final class RunOrder {

  /** With fewer trials than this a correlation says nothing. */
  public static final int ENOUGH = 8;

  private RunOrder() {}

  /**
   * The datasets in that order.
   *
   * @param datasets of the sweep
   * @param stored losses of earlier trials by dataset, all trials in the same order; NaN where one
   *     was not measured
   * @param seconds mean cost of a run by dataset; 1 where none is known
   */
  public static List<String> datasets(
      List<String> datasets, Map<String, double[]> stored, Map<String, Double> seconds) {
    double[][] losses = whole(datasets, stored);
    int trials = losses.length == 0 ? 0 : losses[0].length;
    if (trials < ENOUGH) {
      List<String> cheap = new ArrayList<>(datasets);
      cheap.sort((one, other) -> Double.compare(cost(one, seconds), cost(other, seconds)));
      return cheap;
    }
    double[] all = new double[trials];
    Arrays.stream(losses).forEach(one -> add(all, one));
    double[] ranks = centredRanks(all);
    List<String> order = new ArrayList<>();
    double[] prefix = new double[trials];
    double told = 0;
    while (order.size() < datasets.size()) {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      double tells = 0;
      for (int d = 0; d < losses.length; d++) {
        if (order.contains(datasets.get(d))) {
          continue;
        }
        double[] with = prefix.clone();
        add(with, losses[d]);
        double correlation = correlation(centredRanks(with), ranks);
        // What a dataset takes away is no better for being dear.
        double gain = correlation - told;
        double cost = cost(datasets.get(d), seconds);
        double worth = gain > 0 ? gain / cost : gain * cost;
        if (worth > most) {
          most = worth;
          best = d;
          tells = correlation;
        }
      }
      add(prefix, losses[best]);
      told = tells;
      order.add(datasets.get(best));
    }
    return order;
  }

  /** The runs of a trial: every dataset in this order with the first seed, then with the second. */
  public static List<Place> places(List<String> order, List<Long> seeds) {
    List<Place> places = new ArrayList<>();
    for (long seed : seeds) {
      order.forEach(dataset -> places.add(new Place(dataset, seed)));
    }
    return List.copyOf(places);
  }

  private static double cost(String dataset, Map<String, Double> seconds) {
    double cost = seconds.getOrDefault(dataset, 1.0);
    return cost > 0 ? cost : 1e-3;
  }

  /** Datasets x trials, those trials only that have every dataset. */
  private static double[][] whole(List<String> datasets, Map<String, double[]> stored) {
    List<double[]> rows = new ArrayList<>();
    for (String dataset : datasets) {
      if (!stored.containsKey(dataset)) {
        return new double[0][];
      }
      rows.add(stored.get(dataset));
    }
    int trials = rows.stream().mapToInt(row -> row.length).min().orElse(0);
    boolean[] kept = new boolean[trials];
    int count = 0;
    for (int t = 0; t < trials; t++) {
      int trial = t;
      kept[t] = rows.stream().allMatch(row -> Double.isFinite(row[trial]));
      count += kept[t] ? 1 : 0;
    }
    double[][] losses = new double[rows.size()][count];
    for (int d = 0; d < losses.length; d++) {
      int next = 0;
      for (int t = 0; t < trials; t++) {
        if (kept[t]) {
          losses[d][next++] = rows.get(d)[t];
        }
      }
    }
    return losses;
  }

  private static void add(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  private static double[] centredRanks(double[] values) {
    double[] ranks = Ranks.ascending(values);
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] -= (ranks.length + 1) / 2.0;
    }
    return ranks;
  }

  private static double correlation(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }
}
