package dev.hypersweep.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Step-down correction for many tests at once: the probability of even one false rejection stays at
 * or below the level, whatever the dependence between the tests.
 *
 * <p>S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of
 * Statistics 6 (1979).
 */
public final class Holm {

  private Holm() {}

  /**
   * Adjusted p-values in the order of the given ones: a test is rejected at a level if its adjusted
   * value is at or below it.
   *
   * @param p p-values, each in [0, 1]
   */
  public static double[] adjusted(double... p) {
    int[] ascending =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]).thenComparingInt(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double highest = 0;
    for (int step = 0; step < ascending.length; step++) {
      int test = ascending[step];
      highest = Math.max(highest, Math.min(1, (p.length - step) * p[test]));
      adjusted[test] = highest;
    }
    return adjusted;
  }
}
