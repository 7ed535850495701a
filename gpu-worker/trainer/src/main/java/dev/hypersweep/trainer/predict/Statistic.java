package dev.hypersweep.trainer.predict;

import java.util.stream.IntStream;

/**
 * A number that follows from a set of examples: the accuracy of them, their correlation. As a
 * function of <em>which</em> examples, so that the bootstrap can draw them again.
 */
public interface Statistic {

  /** How many examples there are, or groups where a group is what is scored. */
  int size();

  /**
   * The number for these of them, each from 0 to below {@link #size} and as often as it is named.
   */
  double of(int[] chosen);

  /** The number for each of them once, in their order. */
  default double all() {
    return of(IntStream.range(0, size()).toArray());
  }

  /** The mean of values, one for each example. */
  static Statistic mean(double[] values) {
    return new Statistic() {
      @Override
      public int size() {
        return values.length;
      }

      @Override
      public double of(int[] chosen) {
        double sum = 0;
        for (int i : chosen) {
          sum += values[i];
        }
        return sum / chosen.length;
      }
    };
  }
}
