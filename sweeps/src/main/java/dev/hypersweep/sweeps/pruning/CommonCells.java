package dev.hypersweep.sweeps.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;

/** The cells that a trial in a race has in common with its rivals. */
final class CommonCells {

  private CommonCells() {}

  /** Cells x competitors, the trial first; without those that one of them did not measure. */
  static double[][] of(NavigableMap<Long, double[]> trial, List<NavigableMap<Long, double[]>> all) {
    List<double[]> rows = new ArrayList<>();
    trial.forEach(
        (cell, losses) -> {
          double[] row = new double[all.size() + 1];
          row[0] = losses[0];
          for (int i = 0; i < all.size(); i++) {
            double[] theirs = all.get(i).get(cell);
            row[i + 1] = theirs == null ? Double.NaN : theirs[0];
          }
          if (Arrays.stream(row).noneMatch(Double::isNaN)) {
            rows.add(row);
          }
        });
    return rows.toArray(double[][]::new);
  }

  /** The trial less its first rival; without cells where both are infinite. */
  static double[] differences(double[][] cells) {
    return Arrays.stream(cells)
        .mapToDouble(row -> row[0] - row[1])
        .filter(difference -> !Double.isNaN(difference))
        .toArray();
  }

  /** The mean of the first rival, and on how many cells it is better. */
  static Bound bound(double[][] cells) {
    double mean = Arrays.stream(cells).mapToDouble(row -> row[1]).average().orElse(Double.NaN);
    int better = (int) Arrays.stream(cells).filter(row -> row[1] < row[0]).count();
    return new Bound(mean, better, cells.length);
  }
}
