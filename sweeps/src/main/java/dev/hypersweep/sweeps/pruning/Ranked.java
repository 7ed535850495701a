package dev.hypersweep.sweeps.pruning;

import java.util.Arrays;

/** Losses in ascending order, NaN last; adding one moves the greater ones. */
final class Ranked {

  private double[] values = new double[16];
  private int size;

  void add(double loss) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    int place = Arrays.binarySearch(values, 0, size, loss);
    place = place < 0 ? -place - 1 : place;
    System.arraycopy(values, place, values, place + 1, size - place);
    values[place] = loss;
    size++;
  }

  int size() {
    return size;
  }

  /** The loss at a place, 0 for the lowest. */
  double at(int place) {
    return values[place];
  }

  /** How many lie below a loss; below NaN all numbers do. */
  int below(double loss) {
    int count = 0;
    while (count < size
        && (values[count] < loss || Double.isNaN(loss) && values[count] == values[count])) {
      count++;
    }
    return count;
  }

  /** How many are numbers. */
  int numbers() {
    int count = size;
    while (count > 0 && Double.isNaN(values[count - 1])) {
      count--;
    }
    return count;
  }

  /**
   * The quantile of the numbers among them by linear interpolation (Hyndman and Fan 1996, 7).
   *
   * @param share 0 to 1
   */
  double quantile(double share) {
    int count = numbers();
    if (count == 0) {
      return Double.NaN;
    }
    double place = share * (count - 1);
    int below = (int) place;
    double lower = values[below];
    double upper = values[Math.min(below + 1, count - 1)];
    // Infinite losses are equal to themselves; their difference is not a number.
    return lower == upper ? lower : lower + (place - below) * (upper - lower);
  }
}
