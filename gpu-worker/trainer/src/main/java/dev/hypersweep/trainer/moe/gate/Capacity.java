package dev.hypersweep.trainer.moe.gate;

/** The room that experts have: so many tokens of each sequence, first come, first served. */
final class Capacity {

  private Capacity() {}

  /** Tokens [n] that find no room at their expert; null if all do. */
  static boolean[] dropped(int[] experts, int count, int capacity, Sequences sequences) {
    boolean[] dropped = new boolean[experts.length];
    boolean any = false;
    int row = 0;
    for (int length : sequences.lengths()) {
      int[] taken = new int[count];
      for (int end = row + length; row < end; row++) {
        dropped[row] = ++taken[experts[row]] > capacity;
        any |= dropped[row];
      }
    }
    return any ? dropped : null;
  }
}
