package dev.hypersweep.trainer.metric.rouge;

import java.util.BitSet;
import java.util.List;

/** Longest common subsequences of two lists of words. */
final class CommonSubsequence {

  private CommonSubsequence() {}

  /** Its length. */
  static int length(List<String> target, List<String> prediction) {
    return lengths(target, prediction)[target.size()][prediction.size()];
  }

  /**
   * Places in the target of one of the longest: of equal ways the one that leaves out later words
   * of the target.
   */
  static BitSet places(List<String> target, List<String> prediction) {
    int[][] lengths = lengths(target, prediction);
    BitSet places = new BitSet();
    int i = target.size();
    int j = prediction.size();
    while (i > 0 && j > 0) {
      if (target.get(i - 1).equals(prediction.get(j - 1))) {
        i--;
        j--;
        places.set(i);
      } else if (lengths[i][j - 1] > lengths[i - 1][j]) {
        j--;
      } else {
        i--;
      }
    }
    return places;
  }

  private static int[][] lengths(List<String> target, List<String> prediction) {
    int[][] lengths = new int[target.size() + 1][prediction.size() + 1];
    for (int i = 1; i < lengths.length; i++) {
      for (int j = 1; j < lengths[i].length; j++) {
        lengths[i][j] =
            target.get(i - 1).equals(prediction.get(j - 1))
                ? lengths[i - 1][j - 1] + 1
                : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
      }
    }
    return lengths;
  }
}
