package dev.hypersweep.trainer.metric.chrf;

import dev.hypersweep.trainer.metric.ngram.Ngrams;
import java.util.List;

/**
 * What chrF counts of a sentence or of many, by order.
 *
 * @param hypothesis n-grams of the hypothesis; 0 where the reference has none
 * @param reference n-grams of the reference
 * @param common n-grams of both
 */
record ChrfCounts(long[] hypothesis, long[] reference, long[] common) {

  /** What eps smoothing takes for nothing. */
  private static final double EPS = 1e-16;

  static ChrfCounts none(int orders) {
    return new ChrfCounts(new long[orders], new long[orders], new long[orders]);
  }

  static ChrfCounts of(List<Ngrams> hypothesis, List<Ngrams> reference) {
    ChrfCounts counts = none(hypothesis.size());
    for (int n = 0; n < hypothesis.size(); n++) {
      counts.reference[n] = reference.get(n).total();
      counts.hypothesis[n] = counts.reference[n] == 0 ? 0 : hypothesis.get(n).total();
      counts.common[n] = hypothesis.get(n).common(reference.get(n));
    }
    return counts;
  }

  void add(ChrfCounts other) {
    for (int n = 0; n < hypothesis.length; n++) {
      hypothesis[n] += other.hypothesis[n];
      reference[n] += other.reference[n];
      common[n] += other.common[n];
    }
  }

  /** The score, 0 to 100. */
  double score(double beta, boolean epsSmoothing) {
    return 100 * (epsSmoothing ? meanOfScores(beta * beta) : scoreOfMeans(beta * beta));
  }

  private double meanOfScores(double factor) {
    double sum = 0;
    for (int n = 0; n < hypothesis.length; n++) {
      double precision = hypothesis[n] > 0 ? (double) common[n] / hypothesis[n] : EPS;
      double recall = reference[n] > 0 ? (double) common[n] / reference[n] : EPS;
      double weighted = factor * precision + recall;
      sum += weighted > 0 ? (1 + factor) * precision * recall / weighted : EPS;
    }
    return sum / hypothesis.length;
  }

  private double scoreOfMeans(double factor) {
    double precision = 0;
    double recall = 0;
    int orders = 0;
    for (int n = 0; n < hypothesis.length; n++) {
      if (hypothesis[n] > 0 && reference[n] > 0) {
        precision += (double) common[n] / hypothesis[n];
        recall += (double) common[n] / reference[n];
        orders++;
      }
    }
    if (precision + recall == 0) {
      return 0;
    }
    precision /= orders;
    recall /= orders;
    return (1 + factor) * precision * recall / (factor * precision + recall);
  }
}
