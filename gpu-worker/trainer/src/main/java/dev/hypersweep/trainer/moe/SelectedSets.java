package dev.hypersweep.trainer.moe;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct sets of selected experts in a batch. With binary selection embeddings a HyperExpert
 * depends on the set alone, so there are at most min(n, C(N, k)) of them to generate.
 *
 * @param sets [S][k], expert numbers in rising order
 * @param ofToken [n], number of each token's set
 */
record SelectedSets(List<int[]> sets, int[] ofToken) {

  /** Numbers the sets in the order in which tokens first have them. */
  static SelectedSets of(Routing routing) {
    Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
    int[] ofToken = new int[routing.tokens()];
    for (int token = 0; token < ofToken.length; token++) {
      List<Integer> set = Arrays.stream(routing.experts()[token]).sorted().boxed().toList();
      Integer number = numbers.putIfAbsent(set, numbers.size());
      ofToken[token] = number == null ? numbers.size() - 1 : number;
    }
    List<int[]> sets =
        numbers.keySet().stream()
            .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
            .toList();
    return new SelectedSets(sets, ofToken);
  }

  /** Each token as a set of its own: what generation per token looks like. */
  static SelectedSets perToken(Routing routing) {
    int[] numbers = new int[routing.tokens()];
    Arrays.setAll(numbers, token -> token);
    return new SelectedSets(Arrays.asList(routing.experts()), numbers);
  }
}
