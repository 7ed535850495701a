package dev.hypersweep.trainer.moe.expert;

/**
 * Rows brought together by a key, and the way back. Equal keys keep their order.
 *
 * @param order [n]: row that stands at each place
 * @param places [n]: place of each row, the inverse of {@code order}
 * @param sizes [G]: rows of each group, zeros allowed
 */
public record Grouping(long[] order, long[] places, long[] sizes) {

  /** Groups rows by keys in 0 .. groups - 1. */
  public static Grouping by(int[] keys, int groups) {
    long[] sizes = new long[groups];
    for (int key : keys) {
      sizes[key]++;
    }
    int[] next = new int[groups];
    for (int g = 1; g < groups; g++) {
      next[g] = next[g - 1] + (int) sizes[g - 1];
    }
    long[] order = new long[keys.length];
    long[] places = new long[keys.length];
    for (int row = 0; row < keys.length; row++) {
      int place = next[keys[row]]++;
      order[place] = row;
      places[row] = place;
    }
    return new Grouping(order, places, sizes);
  }
}
