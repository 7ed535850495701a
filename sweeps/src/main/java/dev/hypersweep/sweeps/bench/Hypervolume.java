package dev.hypersweep.sweeps.bench;

import java.util.Comparator;
import java.util.List;

/** Volume that points dominate, up to a reference point, in two or three dimensions. */
final class Hypervolume {

  private Hypervolume() {}

  /** All objectives are minimised; points that are not below the reference count nothing. */
  static double of(List<double[]> points, double[] reference) {
    List<double[]> inside = points.stream().filter(one -> below(one, reference)).toList();
    if (reference.length == 2) {
      return area(inside, reference);
    }
    double[] depths = inside.stream().mapToDouble(one -> one[2]).sorted().distinct().toArray();
    double volume = 0;
    for (int i = 0; i < depths.length; i++) {
      double depth = depths[i];
      double end = i + 1 < depths.length ? depths[i + 1] : reference[2];
      volume +=
          (end - depth) * area(inside.stream().filter(one -> one[2] <= depth).toList(), reference);
    }
    return volume;
  }

  private static boolean below(double[] point, double[] reference) {
    for (int i = 0; i < reference.length; i++) {
      if (!(point[i] < reference[i])) {
        return false;
      }
    }
    return true;
  }

  private static double area(List<double[]> points, double[] reference) {
    double area = 0;
    double lowest = reference[1];
    List<double[]> sorted =
        points.stream()
            .sorted(
                Comparator.<double[]>comparingDouble(one -> one[0])
                    .thenComparingDouble(one -> one[1]))
            .toList();
    for (double[] point : sorted) {
      if (point[1] < lowest) {
        area += (reference[0] - point[0]) * (lowest - point[1]);
        lowest = point[1];
      }
    }
    return area;
  }
}
