package dev.hypersweep.statistics.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which points no other point dominates, which ones only those of the first front dominate, and so
 * on: fast non-dominated sorting of K. Deb et al., A Fast and Elitist Multiobjective Genetic
 * Algorithm: NSGA-II (2002). Equal points do not dominate one another; NaN is worse than any
 * number.
 */
public final class ParetoFronts {

  private ParetoFronts() {}

  /**
   * The front of every point, 0 for what is not dominated.
   *
   * @param points points x objectives
   */
  public static int[] ranks(double[][] points, Objectives objectives) {
    double[][] turned = objectives.minimized(points);
    List<List<Integer>> dominated = new ArrayList<>();
    int[] dominators = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      dominated.add(new ArrayList<>());
      for (int j = 0; j < points.length; j++) {
        if (Objectives.dominates(turned[i], turned[j])) {
          dominated.get(i).add(j);
          dominators[j]++;
        }
      }
    }
    int[] rank = new int[points.length];
    ArrayDeque<Integer> free = new ArrayDeque<>();
    for (int i = 0; i < points.length; i++) {
      if (dominators[i] == 0) {
        free.add(i);
      }
    }
    // First in, first out: a point is freed by its last dominator, which is of the front before.
    while (!free.isEmpty()) {
      int i = free.remove();
      for (int j : dominated.get(i)) {
        if (--dominators[j] == 0) {
          rank[j] = rank[i] + 1;
          free.add(j);
        }
      }
    }
    return rank;
  }

  /**
   * Positions of the points that none dominates, ascending; in time of points x front, so that it
   * can be asked of many.
   */
  public static List<Integer> front(double[][] points, Objectives objectives) {
    double[][] turned = objectives.minimized(points);
    // What dominates a point stands before it in this order.
    List<Integer> ascending =
        IntStream.range(0, points.length)
            .boxed()
            .sorted((i, j) -> Arrays.compare(turned[i], turned[j]))
            .toList();
    List<Integer> front = new ArrayList<>();
    for (int i : ascending) {
      if (front.stream().noneMatch(j -> Objectives.dominates(turned[j], turned[i]))) {
        front.add(i);
      }
    }
    return front.stream().sorted().toList();
  }
}
