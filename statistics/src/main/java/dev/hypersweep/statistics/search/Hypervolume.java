package dev.hypersweep.statistics.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The volume between points and a reference that they are better than: how good a set of
 * compromises is (E. Zitzler and L. Thiele, Multiobjective Optimization Using Evolutionary
 * Algorithms, 1998).
 *
 * @param value 0 or more
 * @param pointsInside points strictly better than the reference in every objective, equal ones
 *     counted each; others add nothing
 */
public record Hypervolume(double value, int pointsInside) {

  /**
   * The dominated volume, exact up to rounding.
   *
   * @param points points x objectives
   * @param reference a point just worse than all that counts
   */
  public static Hypervolume of(double[][] points, double[] reference, Objectives objectives) {
    double[] corner = objectives.minimized(reference);
    List<double[]> inside =
        Arrays.stream(objectives.minimized(points))
            .filter(point -> strictlyBetter(point, corner))
            .toList();
    return new Hypervolume(volume(inside, corner, corner.length), inside.size());
  }

  /** By slices along the last of the first {@code dimensions} objectives. */
  private static double volume(List<double[]> points, double[] corner, int dimensions) {
    if (points.isEmpty()) {
      return 0;
    }
    int last = dimensions - 1;
    if (dimensions == 1) {
      return corner[0] - points.stream().mapToDouble(point -> point[0]).min().orElseThrow();
    }
    List<double[]> ascending = new ArrayList<>(points);
    ascending.sort(Comparator.comparingDouble(point -> point[last]));
    double volume = 0;
    List<double[]> reached = new ArrayList<>();
    for (int i = 0; i < ascending.size(); i++) {
      add(reached, ascending.get(i), last);
      double end = i + 1 < ascending.size() ? ascending.get(i + 1)[last] : corner[last];
      double depth = end - ascending.get(i)[last];
      if (depth > 0) {
        volume += depth * volume(reached, corner, last);
      }
    }
    return volume;
  }

  /** Keeps only what is not covered in the first objectives: the slices stay small. */
  private static void add(List<double[]> front, double[] point, int dimensions) {
    if (front.stream().noneMatch(other -> covers(other, point, dimensions))) {
      front.removeIf(other -> covers(point, other, dimensions));
      front.add(point);
    }
  }

  private static boolean covers(double[] a, double[] b, int dimensions) {
    for (int j = 0; j < dimensions; j++) {
      if (a[j] > b[j]) {
        return false;
      }
    }
    return true;
  }

  private static boolean strictlyBetter(double[] point, double[] corner) {
    for (int j = 0; j < corner.length; j++) {
      if (!(point[j] < corner[j])) {
        return false;
      }
    }
    return true;
  }
}
