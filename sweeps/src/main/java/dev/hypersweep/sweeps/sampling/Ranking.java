package dev.hypersweep.sweeps.sampling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The ended trials of a history, best first: told ones by their loss, then pruned ones (those that
 * came further first), then failed ones; equal ones in their order. What is settled is sorted once.
 */
public final class Ranking {

  private History of;
  private int[] settled = new int[0];
  private int count;
  private int seen;

  /** Indices in {@link History#all} of the trials that have ended, best first. */
  public int[] of(History history) {
    if (history != of) {
      of = history;
      count = 0;
      seen = 0;
    }
    List<Trial> all = history.all();
    Comparator<Integer> order = order(all);
    for (; seen < history.settled(); seen++) {
      insert(seen, order);
    }
    int kept = count;
    int[] keep = seen < all.size() ? settled.clone() : settled;
    for (int i = seen; i < all.size(); i++) {
      if (!all.get(i).isRunning()) {
        insert(i, order);
      }
    }
    int[] ranking = Arrays.copyOf(settled, count);
    settled = keep;
    count = kept;
    return ranking;
  }

  private void insert(int index, Comparator<Integer> order) {
    if (count == settled.length) {
      settled = Arrays.copyOf(settled, Math.max(16, 2 * count));
    }
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.compare(settled[middle], index) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    System.arraycopy(settled, low, settled, low + 1, count - low);
    settled[low] = index;
    count++;
  }

  /** Best first, of indices of ended trials. */
  public static Comparator<Integer> order(List<Trial> all) {
    return Comparator.<Integer>comparingInt(i -> group(all.get(i).result()))
        .thenComparingDouble(i -> -step(all.get(i).result()))
        .thenComparingDouble(i -> loss(all.get(i).result()))
        .thenComparingInt(i -> i);
  }

  private static int group(Result result) {
    return result instanceof Result.Told ? 0 : result instanceof Result.Pruned ? 1 : 2;
  }

  private static double step(Result result) {
    return result instanceof Result.Pruned pruned ? pruned.step() : 0;
  }

  private static double loss(Result result) {
    if (result instanceof Result.Told told) {
      return told.losses().get(0);
    }
    return result instanceof Result.Pruned pruned ? pruned.loss() : 0;
  }
}
