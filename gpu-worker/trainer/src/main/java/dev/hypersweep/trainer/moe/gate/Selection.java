package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/**
 * The selected experts, on the host: dispatch needs their counts there. Assignment a is token a / k
 * to its a % k-th expert.
 *
 * @param experts [n k], the expert of each assignment; a token's most probable expert first
 * @param k experts per token
 * @param count N
 * @param dropped [n k], true where an expert had no room left; null if none was limited
 */
public record Selection(int[] experts, int k, int count, boolean[] dropped) {

  /** A selection in which nothing is dropped. */
  public static Selection of(int[] experts, int k, int count) {
    return new Selection(experts, k, count, null);
  }

  /** Reads a selection [n, k] to the host. */
  static Selection read(NDArray selected, int count) {
    long[] numbers = selected.toLongArray();
    int[] experts = new int[numbers.length];
    for (int i = 0; i < experts.length; i++) {
      experts[i] = (int) numbers[i];
    }
    return of(experts, (int) selected.getShape().get(1), count);
  }

  /** n. */
  public int tokens() {
    return experts.length / k;
  }

  /** Whether an assignment found no room. */
  public boolean isDropped(int assignment) {
    return dropped != null && dropped[assignment];
  }

  /** How many assignments found no room. */
  public int drops() {
    int drops = 0;
    for (int a = 0; dropped != null && a < dropped.length; a++) {
      drops += dropped[a] ? 1 : 0;
    }
    return drops;
  }

  /** Assignments that each expert processes: [N]. */
  public long[] load() {
    long[] load = new long[count];
    for (int a = 0; a < experts.length; a++) {
      if (!isDropped(a)) {
        load[experts[a]]++;
      }
    }
    return load;
  }

  /** The experts of each token in rising order: [n k]. */
  public int[] ascending() {
    int[] sorted = experts.clone();
    for (int from = 0; k > 1 && from < sorted.length; from += k) {
      Arrays.sort(sorted, from, from + k);
    }
    return sorted;
  }
}
