package dev.hypersweep.sweeps.health;

import dev.hypersweep.sweeps.sampling.Draws;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A regression tree that splits where the squared error falls most, among a random third of the
 * features (L. Breiman, Random Forests, 2001).
 */
final class Tree {

  private static final int LEAF = 3;

  private final double[][] features;
  private final double[] targets;
  private final Draws draws;
  private final Node root;

  private record Node(int feature, double threshold, Node low, Node high, double mean) {}

  /** Grows a tree on the rows of these numbers, which may repeat. */
  Tree(double[][] features, double[] targets, int[] rows, Draws draws) {
    this.features = features;
    this.targets = targets;
    this.draws = draws;
    this.root = grow(rows);
  }

  double predict(double[] point) {
    Node node = root;
    while (node.feature() >= 0) {
      node = point[node.feature()] <= node.threshold() ? node.low() : node.high();
    }
    return node.mean();
  }

  private Node grow(int[] rows) {
    double mean = Arrays.stream(rows).mapToDouble(row -> targets[row]).average().orElse(0);
    if (rows.length < 2 * LEAF) {
      return new Node(-1, 0, null, null, mean);
    }
    int count = features[0].length;
    int[] order = draws.permutation(count);
    int tried = Math.max(1, (count + 2) / 3);
    int feature = -1;
    double threshold = 0;
    double most = 1e-12;
    // As in Breiman's program: when the drawn features cannot split, the next ones are tried.
    for (int i = 0; i < count && (i < tried || feature < 0); i++) {
      int f = order[i];
      int[] sorted = sorted(rows, f);
      double total = mean * rows.length;
      double left = 0;
      for (int k = 1; k < sorted.length; k++) {
        left += targets[sorted[k - 1]];
        double low = features[sorted[k - 1]][f];
        double high = features[sorted[k]][f];
        if (k >= LEAF && sorted.length - k >= LEAF && low < high) {
          double right = total - left;
          double gain =
              left * left / k + right * right / (sorted.length - k) - total * total / sorted.length;
          if (gain > most) {
            most = gain;
            feature = f;
            threshold = (low + high) / 2;
          }
        }
      }
    }
    if (feature < 0) {
      return new Node(-1, 0, null, null, mean);
    }
    int chosen = feature;
    double at = threshold;
    int[] low = Arrays.stream(rows).filter(row -> features[row][chosen] <= at).toArray();
    int[] high = Arrays.stream(rows).filter(row -> features[row][chosen] > at).toArray();
    return new Node(feature, threshold, grow(low), grow(high), mean);
  }

  private int[] sorted(int[] rows, int feature) {
    return IntStream.of(rows)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> features[row][feature]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
