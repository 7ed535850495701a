package dev.hypersweep.trainer.moe.hyper;

import dev.hypersweep.trainer.moe.gate.Selection;
import java.util.Arrays;

/**
 * Sets of selected experts and which of them each token has. With binary selection embeddings a
 * HyperExpert depends on the set alone, so there are at most min(n, C(N, k)) of them to generate.
 *
 * @param members [S k], the experts of each set in rising order
 * @param k experts of a set
 * @param ofToken [n], number of each token's set
 */
public record SelectedSets(int[] members, int k, int[] ofToken) {

  /** The distinct sets of a batch, in lexicographic order. */
  public static SelectedSets distinct(Selection selection) {
    int[] sorted = selection.ascending();
    int n = selection.tokens();
    int k = selection.k();
    int[] number = new int[n]; // of the set's beginning, one expert longer in each round
    int[] first = new int[n]; // a token that has it, by number
    for (int place = 0; place < k; place++) {
      long[] keys = new long[n];
      for (int token = 0; token < n; token++) {
        keys[token] = (long) number[token] * selection.count() + sorted[token * k + place];
      }
      long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
      for (int token = 0; token < n; token++) {
        number[token] = Arrays.binarySearch(distinct, keys[token]);
        first[number[token]] = token;
      }
    }
    int sets = 1 + Arrays.stream(number).max().orElse(-1);
    int[] members = new int[sets * k];
    for (int set = 0; set < sets; set++) {
      System.arraycopy(sorted, first[set] * k, members, set * k, k);
    }
    return new SelectedSets(members, k, number);
  }

  /** All sets that there can be, in lexicographic order, whether a token has them or not. */
  public static SelectedSets every(Selection selection) {
    int k = selection.k();
    int experts = selection.count();
    int[] sorted = selection.ascending();
    if (k == 1) {
      int[] each = new int[experts];
      Arrays.setAll(each, e -> e);
      return new SelectedSets(each, 1, sorted);
    }
    int[] ofToken = new int[selection.tokens()];
    for (int token = 0; token < ofToken.length; token++) {
      ofToken[token] = Combinations.rank(sorted, token * k, k, experts);
    }
    return new SelectedSets(Combinations.all(k, experts), k, ofToken);
  }

  /** Each token as a set of its own: what generation per token looks like. */
  public static SelectedSets perToken(Selection selection) {
    int[] numbers = new int[selection.tokens()];
    Arrays.setAll(numbers, token -> token);
    return new SelectedSets(selection.ascending(), selection.k(), numbers);
  }

  /** S. */
  public int count() {
    return members.length / k;
  }

  /** The experts of a set. */
  public int[] set(int number) {
    return Arrays.copyOfRange(members, number * k, (number + 1) * k);
  }
}
