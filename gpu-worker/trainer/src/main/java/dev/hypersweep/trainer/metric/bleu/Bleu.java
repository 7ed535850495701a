package dev.hypersweep.trainer.metric.bleu;

import dev.hypersweep.trainer.metric.translation.References;
import java.util.List;

/**
 * A BLEU score.
 *
 * @param score 0 to 100
 * @param precisions by order, 0 to 100, smoothed
 * @param correct by order, with what add-k adds
 * @param total by order, with what add-k adds
 * @param brevityPenalty 0 to 1; 1 if the hypotheses are as long as the references
 * @param counts what was counted
 */
public record Bleu(
    double score,
    double[] precisions,
    double[] correct,
    double[] total,
    double brevityPenalty,
    BleuCounts counts) {

  /** The logarithm that stands for that of 0: its exponential is 0, its mean with others too. */
  private static final double LOG_OF_ZERO = -9_999_999_999.0;

  /**
   * The score of a corpus: counts of all sentences together, never a mean of scores.
   *
   * @throws IllegalArgumentException if there are not as many references as hypotheses
   */
  public static Bleu of(BleuSettings settings, List<String> hypotheses, References references) {
    List<List<String>> all = references.of(hypotheses.size());
    BleuCounts counts = BleuCounts.none(settings.maxOrder());
    for (int i = 0; i < hypotheses.size(); i++) {
      counts =
          counts.plus(
              BleuCounts.of(
                  settings.words(hypotheses.get(i)),
                  all.get(i).stream().map(settings::words).toList(),
                  settings.maxOrder()));
    }
    return of(settings, counts);
  }

  /** The score that follows from counts; 0 without a match of any order, whatever the smoothing. */
  public static Bleu of(BleuSettings settings, BleuCounts counts) {
    double[] correct = asDoubles(counts.correct());
    double[] total = asDoubles(counts.total());
    double[] precisions = new double[correct.length];
    double penalty = brevityPenalty(counts);
    if (counts.correct()[0] == 0) {
      return new Bleu(0, precisions, correct, total, penalty, counts);
    }
    int orders = smoothed(settings, correct, total, precisions);
    double logarithms = 0;
    for (int n = 0; n < orders; n++) {
      logarithms += precisions[n] == 0 ? LOG_OF_ZERO : Math.log(precisions[n]);
    }
    double score = penalty * Math.exp(logarithms / orders);
    return new Bleu(score, precisions, correct, total, penalty, counts);
  }

  /** Fills in the precisions; how many orders count. */
  private static int smoothed(
      BleuSettings settings, double[] correct, double[] total, double[] precisions) {
    int orders = 0;
    double half = 1;
    for (int n = 0; n < precisions.length; n++) {
      if (settings.smoothing() == BleuSmoothing.ADD_K && n > 0) {
        correct[n] += settings.smoothingValue();
        total[n] += settings.smoothingValue();
      }
      if (total[n] == 0) {
        break;
      }
      orders++;
      double matches = correct[n];
      if (matches == 0 && settings.smoothing() == BleuSmoothing.EXP) {
        half /= 2;
        matches = half;
      } else if (matches == 0 && settings.smoothing() == BleuSmoothing.FLOOR) {
        matches = settings.smoothingValue();
      }
      precisions[n] = 100 * matches / total[n];
    }
    return settings.effectiveOrder() ? orders : precisions.length;
  }

  private static double brevityPenalty(BleuCounts counts) {
    if (counts.hypothesisLength() >= counts.referenceLength()) {
      return 1;
    }
    return counts.hypothesisLength() == 0
        ? 0
        : Math.exp(1 - (double) counts.referenceLength() / counts.hypothesisLength());
  }

  private static double[] asDoubles(long[] counts) {
    double[] numbers = new double[counts.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = counts[i];
    }
    return numbers;
  }
}
