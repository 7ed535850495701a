package dev.hypersweep.sweeps.health;

import dev.hypersweep.sweeps.sampling.Draws;
import java.util.Arrays;

/**
 * A regression tree that splits where the squared error falls most, among a random third of the
 * features (L. Breiman, Random Forests, 2001). Features are numbers of {@link Bins}.
 */
final class Tree {

  private static final int LEAF = 3;

  private final int[][] bins;
  private final double[] targets;
  private final Draws draws;
  private final Node root;

  private record Node(int feature, int threshold, Node low, Node high, double mean) {}

  private record Split(int feature, int threshold, double gain) {

    static final Split NONE = new Split(-1, 0, 1e-12);
  }

  /** Grows a tree on the rows of these numbers, which may repeat. */
  Tree(int[][] bins, double[] targets, int[] rows, Draws draws) {
    this.bins = bins;
    this.targets = targets;
    this.draws = draws;
    this.root = grow(rows);
  }

  /**
   * What it predicts for a row.
   *
   * @param feature that has another row's value; -1 for none
   * @param donor that other row
   */
  double predict(int row, int feature, int donor) {
    Node node = root;
    while (node.feature() >= 0) {
      int bin = bins[node.feature() == feature ? donor : row][node.feature()];
      node = bin <= node.threshold() ? node.low() : node.high();
    }
    return node.mean();
  }

  private Node grow(int[] rows) {
    double mean = Arrays.stream(rows).mapToDouble(row -> targets[row]).average().orElse(0);
    if (rows.length < 2 * LEAF) {
      return new Node(-1, 0, null, null, mean);
    }
    int count = bins[0].length;
    int[] order = draws.permutation(count);
    int tried = Math.max(1, (count + 2) / 3);
    Split best = Split.NONE;
    // As in Breiman's program: when the drawn features cannot split, the next ones are tried.
    for (int i = 0; i < count && (i < tried || best.feature() < 0); i++) {
      best = better(best, rows, order[i], mean * rows.length);
    }
    if (best.feature() < 0) {
      return new Node(-1, 0, null, null, mean);
    }
    int feature = best.feature();
    int threshold = best.threshold();
    int[] low = Arrays.stream(rows).filter(row -> bins[row][feature] <= threshold).toArray();
    int[] high = Arrays.stream(rows).filter(row -> bins[row][feature] > threshold).toArray();
    return new Node(feature, threshold, grow(low), grow(high), mean);
  }

  /** The best split by this feature if it is better than the one so far. */
  private Split better(Split best, int[] rows, int feature, double total) {
    double[] sums = new double[Bins.COUNT];
    int[] counts = new int[Bins.COUNT];
    for (int row : rows) {
      int bin = bins[row][feature];
      sums[bin] += targets[row];
      counts[bin]++;
    }
    double left = 0;
    int below = 0;
    for (int bin = 0; bin < Bins.COUNT - 1; bin++) {
      left += sums[bin];
      below += counts[bin];
      int above = rows.length - below;
      if (counts[bin] > 0 && below >= LEAF && above >= LEAF) {
        double right = total - left;
        double gain = left * left / below + right * right / above - total * total / rows.length;
        if (gain > best.gain()) {
          best = new Split(feature, bin, gain);
        }
      }
    }
    return best;
  }
}
