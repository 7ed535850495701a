package dev.hypersweep.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What many tests at once do to their p-values. The first two hold the probability of even one
 * false rejection at the level, the others the expected share of false ones among the rejections.
 */
public enum Correction {
  /** Bonferroni, under any dependence. Holm's is never weaker. */
  BONFERRONI {
    @Override
    double[] adjustedAscending(double[] p) {
      return IntStream.range(0, p.length).mapToDouble(i -> atMostOne(p.length * p[i])).toArray();
    }

    @Override
    int rejectedAscending(double[] p, double level) {
      return stepDown(p, i -> level / p.length);
    }
  },
  /**
   * Step-down, under any dependence. S. Holm, A Simple Sequentially Rejective Multiple Test
   * Procedure, Scandinavian Journal of Statistics 6 (1979).
   */
  HOLM {
    @Override
    double[] adjustedAscending(double[] p) {
      double[] adjusted = new double[p.length];
      double highest = 0;
      for (int i = 0; i < p.length; i++) {
        highest = Math.max(highest, atMostOne((p.length - i) * p[i]));
        adjusted[i] = highest;
      }
      return adjusted;
    }

    @Override
    int rejectedAscending(double[] p, double level) {
      return stepDown(p, i -> level / (p.length - i));
    }
  },
  /**
   * Step-up, for independent or positively dependent tests. Y. Benjamini and Y. Hochberg,
   * Controlling the False Discovery Rate, Journal of the Royal Statistical Society B 57 (1995).
   */
  BENJAMINI_HOCHBERG {
    @Override
    double[] adjustedAscending(double[] p) {
      return stepUp(p, 1);
    }

    @Override
    int rejectedAscending(double[] p, double level) {
      return stepUp(p, 1, level);
    }
  },
  /**
   * Step-up, under any dependence. Y. Benjamini and D. Yekutieli, The Control of the False
   * Discovery Rate in Multiple Testing under Dependency, The Annals of Statistics 29 (2001).
   */
  BENJAMINI_YEKUTIELI {
    @Override
    double[] adjustedAscending(double[] p) {
      return stepUp(p, harmonic(p.length));
    }

    @Override
    int rejectedAscending(double[] p, double level) {
      return stepUp(p, harmonic(p.length), level);
    }
  };

  /**
   * Adjusted p-values in the order of the given ones: a test is rejected at a level if its adjusted
   * value is at or below it.
   *
   * @param p p-values, each in [0, 1]
   */
  public double[] adjusted(double... p) {
    int[] order = ascending(p);
    double[] sorted = adjustedAscending(IntStream.of(order).mapToDouble(i -> p[i]).toArray());
    double[] adjusted = new double[p.length];
    for (int i = 0; i < order.length; i++) {
      adjusted[order[i]] = sorted[i];
    }
    return adjusted;
  }

  /**
   * Which tests are rejected at the level. The p-values themselves are compared with their own
   * levels, as the procedures are written; so rounding does not decide at the edge.
   */
  public boolean[] rejected(double level, double... p) {
    int[] order = ascending(p);
    int count = rejectedAscending(IntStream.of(order).mapToDouble(i -> p[i]).toArray(), level);
    boolean[] rejected = new boolean[p.length];
    for (int i = 0; i < count; i++) {
      rejected[order[i]] = true;
    }
    return rejected;
  }

  abstract double[] adjustedAscending(double[] p);

  /** How many of the smallest are rejected. */
  abstract int rejectedAscending(double[] p, double level);

  private interface Level {
    double of(int position);
  }

  private static int stepDown(double[] p, Level level) {
    int count = 0;
    while (count < p.length && p[count] <= level.of(count)) {
      count++;
    }
    return count;
  }

  private static double[] stepUp(double[] p, double factor) {
    double[] adjusted = new double[p.length];
    double lowest = 1;
    for (int i = p.length - 1; i >= 0; i--) {
      lowest = Math.min(lowest, p[i] * factor * p.length / (i + 1));
      adjusted[i] = lowest;
    }
    return adjusted;
  }

  private static int stepUp(double[] p, double factor, double level) {
    int count = p.length;
    while (count > 0 && p[count - 1] > (double) count / p.length / factor * level) {
      count--;
    }
    return count;
  }

  private static double harmonic(int n) {
    return IntStream.rangeClosed(1, n).mapToDouble(i -> 1.0 / i).sum();
  }

  private static double atMostOne(double p) {
    return Math.min(1, p);
  }

  private static int[] ascending(double[] p) {
    for (double value : p) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("not a p-value: " + value);
      }
    }
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> p[i]).thenComparingInt(i -> i))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
