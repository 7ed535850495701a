package dev.hypersweep.orchestrator.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What pages ask of every row of a file of predictions: its split, and whether it is right.
 *
 * @param splits names, in the order of their first rows
 * @param scores names of all scores that any row has
 * @param split place in {@code splits} of each row's
 * @param right 1, 0, or -1 where that cannot be said
 */
record PredictionIndex(List<String> splits, TreeSet<String> scores, short[] split, byte[] right) {

  /** Which examples are wanted. */
  enum Answers {
    ALL,
    WRONG,
    RIGHT;

    private boolean take(byte right) {
      return this == ALL || right == (this == RIGHT ? 1 : 0);
    }
  }

  int rows() {
    return split.length;
  }

  /**
   * Numbers of the rows that are asked for, ascending.
   *
   * @param name of a split; null for all
   */
  int[] rows(String name, Answers answers) {
    int wanted = name == null ? -1 : splits.indexOf(name);
    int[] rows = new int[rows()];
    int count = 0;
    for (int i = 0; i < rows(); i++) {
      if ((name == null || split[i] == wanted) && answers.take(right[i])) {
        rows[count++] = i;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** How many examples each split has, and how many of them are right. */
  List<PredictionPage.Split> counts() {
    long[] examples = new long[splits.size()];
    long[] judged = new long[splits.size()];
    long[] correct = new long[splits.size()];
    for (int i = 0; i < rows(); i++) {
      examples[split[i]]++;
      judged[split[i]] += right[i] >= 0 ? 1 : 0;
      correct[split[i]] += right[i] > 0 ? 1 : 0;
    }
    PredictionPage.Split[] counts = new PredictionPage.Split[splits.size()];
    Arrays.setAll(
        counts,
        s ->
            new PredictionPage.Split(
                splits.get(s), examples[s], judged[s] == 0 ? null : (Long) correct[s]));
    return List.of(counts);
  }
}
