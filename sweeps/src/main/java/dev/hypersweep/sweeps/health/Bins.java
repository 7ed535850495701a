package dev.hypersweep.sweeps.health;

import java.util.Arrays;

/** Numbers as places among each other, so coarse that finding a split needs no sorting. */
final class Bins {

  /** So many, numbered from 0. */
  static final int COUNT = 32;

  private Bins() {}

  /** Row by feature: bins that hold about equally many rows; equal values share one. */
  static int[][] of(double[][] features) {
    int[][] bins = new int[features.length][features[0].length];
    for (int f = 0; f < features[0].length; f++) {
      int feature = f;
      double[] sorted = Arrays.stream(features).mapToDouble(row -> row[feature]).sorted().toArray();
      for (int row = 0; row < bins.length; row++) {
        bins[row][f] = (int) ((long) first(sorted, features[row][f]) * COUNT / sorted.length);
      }
    }
    return bins;
  }

  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
