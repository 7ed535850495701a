package dev.hypersweep.trainer.metric;

/** Counts of (gold class, predicted class), and the scores that follow from them. */
public final class Confusion {

  private final long[][] counts;

  public Confusion(int classes) {
    counts = new long[classes][classes];
  }

  /** Counts one example. */
  public void add(int gold, int predicted) {
    counts[gold][predicted]++;
  }

  /** Share of examples on the diagonal. */
  public double accuracy() {
    long right = 0;
    for (int c = 0; c < counts.length; c++) {
      right += counts[c][c];
    }
    return (double) right / total();
  }

  /**
   * Matthews correlation for any number of classes (Gorodkin 2004), for two that of Matthews 1975;
   * 0 if a constant answer or a constant gold class leaves it undefined.
   */
  public double matthews() {
    double total = total();
    double right = accuracy() * total;
    double product = 0;
    double goldSquares = 0;
    double predictedSquares = 0;
    for (int c = 0; c < counts.length; c++) {
      double gold = 0;
      double predicted = 0;
      for (int other = 0; other < counts.length; other++) {
        gold += counts[c][other];
        predicted += counts[other][c];
      }
      product += gold * predicted;
      goldSquares += gold * gold;
      predictedSquares += predicted * predicted;
    }
    double spread = (total * total - predictedSquares) * (total * total - goldSquares);
    return spread == 0 ? 0 : (right * total - product) / Math.sqrt(spread);
  }

  private long total() {
    long total = 0;
    for (long[] row : counts) {
      for (long count : row) {
        total += count;
      }
    }
    return total;
  }
}
