package dev.hypersweep.trainer.metric.rouge;

import java.util.List;

/**
 * Precision, recall and F1 of one type of ROUGE, 0 to 1.
 *
 * @param precision share of the prediction that the target has
 * @param recall share of the target that the prediction has
 * @param f1 their harmonic mean
 */
public record RougeScore(double precision, double recall, double f1) {

  static final RougeScore NOTHING = new RougeScore(0, 0, 0);

  /**
   * From counts; a share of nothing is 0.
   *
   * @param hits what both have
   */
  static RougeScore of(int hits, int inTarget, int inPrediction) {
    double precision = hits / (double) Math.max(1, inPrediction);
    double recall = hits / (double) Math.max(1, inTarget);
    return hits == 0
        ? NOTHING
        : new RougeScore(precision, recall, 2 * precision * recall / (precision + recall));
  }

  /** The mean over examples, of each number by itself; NaN over none. */
  public static RougeScore mean(List<RougeScore> examples) {
    return new RougeScore(
        examples.stream().mapToDouble(RougeScore::precision).average().orElse(Double.NaN),
        examples.stream().mapToDouble(RougeScore::recall).average().orElse(Double.NaN),
        examples.stream().mapToDouble(RougeScore::f1).average().orElse(Double.NaN));
  }
}
