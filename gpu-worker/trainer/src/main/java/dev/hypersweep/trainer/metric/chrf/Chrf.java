package dev.hypersweep.trainer.metric.chrf;

import dev.hypersweep.trainer.metric.ngram.Ngrams;
import dev.hypersweep.trainer.metric.translation.References;
import java.util.List;

/** chrF of a corpus. */
public final class Chrf {

  private Chrf() {}

  /**
   * The score, 0 to 100: n-grams of all sentences together, of each sentence against the reference
   * with the best score, of equals the first.
   *
   * @throws IllegalArgumentException if there are not as many references as hypotheses
   */
  public static double of(ChrfSettings settings, List<String> hypotheses, References references) {
    List<List<String>> all = references.of(hypotheses.size());
    ChrfCounts sum = ChrfCounts.none(settings.charOrder() + settings.wordOrder());
    for (int i = 0; i < hypotheses.size(); i++) {
      sum.add(best(settings, hypotheses.get(i), all.get(i)));
    }
    return sum.score(settings.beta(), settings.epsSmoothing());
  }

  private static ChrfCounts best(
      ChrfSettings settings, String hypothesis, List<String> references) {
    List<Ngrams> given = settings.ngrams(hypothesis);
    ChrfCounts best = null;
    double bestScore = -1;
    for (String reference : references) {
      ChrfCounts counts = ChrfCounts.of(given, settings.ngrams(reference));
      double score = counts.score(settings.beta(), settings.epsSmoothing());
      if (score > bestScore) {
        best = counts;
        bestScore = score;
      }
    }
    return best;
  }
}
