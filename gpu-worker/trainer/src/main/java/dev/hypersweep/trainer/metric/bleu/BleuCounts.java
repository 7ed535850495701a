package dev.hypersweep.trainer.metric.bleu;

import dev.hypersweep.trainer.metric.ngram.Ngrams;
import java.util.List;

/**
 * What BLEU counts of a sentence or of many; counts of sentences add up to those of a corpus.
 *
 * @param hypothesisLength words
 * @param referenceLength words of the reference whose length is closest, the shorter one of equals
 * @param correct by order: n-grams that a reference has as well, each at most as often as there
 * @param total by order: n-grams of the hypothesis
 */
public record BleuCounts(
    long hypothesisLength, long referenceLength, long[] correct, long[] total) {

  static BleuCounts none(int maxOrder) {
    return new BleuCounts(0, 0, new long[maxOrder], new long[maxOrder]);
  }

  static BleuCounts of(List<String> hypothesis, List<List<String>> references, int maxOrder) {
    BleuCounts counts =
        new BleuCounts(
            hypothesis.size(),
            closest(hypothesis.size(), references),
            new long[maxOrder],
            new long[maxOrder]);
    for (int n = 1; n <= maxOrder; n++) {
      Ngrams allowed = Ngrams.ofWords(references.get(0), n);
      for (List<String> reference : references.subList(1, references.size())) {
        allowed = allowed.or(Ngrams.ofWords(reference, n));
      }
      Ngrams given = Ngrams.ofWords(hypothesis, n);
      counts.correct[n - 1] = given.common(allowed);
      counts.total[n - 1] = given.total();
    }
    return counts;
  }

  /** Both together. */
  public BleuCounts plus(BleuCounts other) {
    return new BleuCounts(
        hypothesisLength + other.hypothesisLength,
        referenceLength + other.referenceLength,
        sum(correct, other.correct),
        sum(total, other.total));
  }

  private static int closest(int length, List<List<String>> references) {
    int closest = references.get(0).size();
    for (List<String> reference : references) {
      int nearer = Math.abs(reference.size() - length) - Math.abs(closest - length);
      if (nearer < 0 || nearer == 0 && reference.size() < closest) {
        closest = reference.size();
      }
    }
    return closest;
  }

  private static long[] sum(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }
}
