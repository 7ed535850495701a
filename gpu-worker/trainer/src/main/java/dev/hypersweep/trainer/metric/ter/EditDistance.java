package dev.hypersweep.trainer.metric.ter;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Levenshtein's distance of words to a reference, looked for near the diagonal only. Of equal ways
 * keeping or substituting comes first, then deletion, then insertion.
 */
final class EditDistance {

  private static final int BEAM = 25;
  private static final int UNREACHED = Integer.MAX_VALUE / 2;

  private final List<String> reference;
  private final int[][] costs; // [words of the hypothesis + 1][words of the reference + 1]
  private final Edit[][] edits;

  private EditDistance(int words, List<String> reference) {
    this.reference = reference;
    this.costs = new int[words + 1][reference.size() + 1];
    this.edits = new Edit[words + 1][reference.size() + 1];
  }

  static EditDistance between(List<String> hypothesis, List<String> reference) {
    EditDistance distance = new EditDistance(hypothesis.size(), reference);
    for (int j = 0; j <= reference.size(); j++) {
      distance.costs[0][j] = j;
      distance.edits[0][j] = Edit.INSERT;
    }
    double slope = hypothesis.isEmpty() ? 1 : (double) reference.size() / hypothesis.size();
    // Where the reference is far longer, a narrow beam would lose touch with the row before.
    int beam = BEAM < slope / 2 ? (int) Math.ceil(slope / 2 + BEAM) : BEAM;
    for (int i = 1; i <= hypothesis.size(); i++) {
      int diagonal = (int) Math.floor(i * slope);
      int end = i == hypothesis.size() ? Integer.MAX_VALUE : diagonal + beam;
      distance.row(
          i,
          hypothesis.get(i - 1),
          Math.max(0, diagonal - beam),
          Math.min(reference.size() + 1, end));
    }
    return distance;
  }

  private void row(int i, String word, int from, int to) {
    Arrays.fill(costs[i], UNREACHED);
    for (int j = from; j < to; j++) {
      if (j > 0) {
        boolean same = word.equals(reference.get(j - 1));
        take(i, j, costs[i - 1][j - 1] + (same ? 0 : 1), same ? Edit.KEEP : Edit.SUBSTITUTE);
      }
      take(i, j, costs[i - 1][j] + 1, Edit.DELETE);
      if (j > 0) {
        take(i, j, costs[i][j - 1] + 1, Edit.INSERT);
      }
    }
  }

  private void take(int i, int j, int cost, Edit edit) {
    if (cost < costs[i][j]) {
      costs[i][j] = cost;
      edits[i][j] = edit;
    }
  }

  /** How many edits there are. */
  int size() {
    return costs[costs.length - 1][reference.size()];
  }

  /** The edits from first to last. */
  Iterable<Edit> edits() {
    Deque<Edit> trace = new ArrayDeque<>();
    int i = costs.length - 1;
    int j = reference.size();
    while (i > 0 || j > 0) {
      Edit edit = edits[i][j];
      trace.addFirst(edit);
      i -= edit == Edit.INSERT ? 0 : 1;
      j -= edit == Edit.DELETE ? 0 : 1;
    }
    return trace;
  }
}
