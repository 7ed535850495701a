package dev.hypersweep.trainer.moe.hyper;

import java.math.BigInteger;

/** The sets of k of N experts in lexicographic order. */
final class Combinations {

  private Combinations() {}

  /** C(N, k), at most {@link Integer#MAX_VALUE}. */
  static int count(int k, int experts) {
    BigInteger count = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      count = count.multiply(BigInteger.valueOf(experts - k + i)).divide(BigInteger.valueOf(i));
    }
    return count.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  /** Place of the set that stands, rising, at {@code from} among all sets. */
  static int rank(int[] members, int from, int k, int experts) {
    int rank = 0;
    int next = 0;
    for (int place = 0; place < k; place++) {
      for (; next < members[from + place]; next++) {
        rank += count(k - place - 1, experts - next - 1);
      }
      next++;
    }
    return rank;
  }

  /** All sets, one after the other: [C(N, k) k]. */
  static int[] all(int k, int experts) {
    int[] members = new int[count(k, experts) * k];
    int[] set = new int[k];
    for (int place = 0; place < k; place++) {
      set[place] = place;
    }
    for (int from = 0; from < members.length; from += k) {
      System.arraycopy(set, 0, members, from, k);
      int last = k - 1;
      while (last >= 0 && set[last] == experts - k + last) {
        last--;
      }
      for (int place = Math.max(last, 0); place < k && last >= 0; place++) {
        set[place] = place == last ? set[place] + 1 : set[place - 1] + 1;
      }
    }
    return members;
  }
}
