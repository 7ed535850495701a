package dev.hypersweep.trainer.task;

/**
 * The best span of a context over all of its windows: the greatest sum of the logits of its first
 * and its last token, start <= end < start + longest (Devlin et al. 2019, 4.2); the first of
 * equals.
 */
final class BestSpan {

  private final int longest;
  private double score = Double.NEGATIVE_INFINITY;
  private int start;
  private int end;

  /**
   * @param longest most tokens
   */
  BestSpan(int longest) {
    this.longest = longest;
  }

  /**
   * Looks for a better one in a window.
   *
   * @param outputs logits of start and end of each token, one token behind the other
   */
  void look(TokenTable table, int row, float[] outputs) {
    int tokens = table.length(row);
    for (int first = 0; first < tokens; first++) {
      if (table.start(row, first) < 0) {
        continue;
      }
      for (int last = first; last < Math.min(tokens, first + longest); last++) {
        double sum = (double) outputs[2 * first] + outputs[2 * last + 1];
        if (sum > score && table.start(row, last) >= 0) {
          score = sum;
          start = table.start(row, first);
          end = table.end(row, last);
        }
      }
    }
  }

  /** The span's text; empty for an empty context. */
  String text(String context) {
    return context.substring(start, end);
  }
}
