package dev.hypersweep.trainer.metric.ter;

import dev.hypersweep.trainer.metric.translation.References;
import java.util.List;

/**
 * A translation edit rate.
 *
 * @param score edits for each hundred words of the references; 100 if the references are empty and
 *     there are edits
 * @param edits of all sentences, of each against the reference that needs fewest; a shift is one
 * @param referenceLength of all sentences, of each the mean of its references' words
 */
public record Ter(double score, long edits, double referenceLength) {

  /**
   * The rate of a corpus.
   *
   * @throws IllegalArgumentException if there are not as many references as hypotheses
   */
  public static Ter of(TerSettings settings, List<String> hypotheses, References references) {
    List<List<String>> all = references.of(hypotheses.size());
    long edits = 0;
    double length = 0;
    for (int i = 0; i < hypotheses.size(); i++) {
      List<String> words = settings.words(hypotheses.get(i));
      List<List<String>> right = all.get(i).stream().map(settings::referenceWords).toList();
      edits += right.stream().mapToInt(each -> ShiftSearch.edits(words, each)).min().orElse(0);
      length += right.stream().mapToInt(List::size).average().orElse(0);
    }
    double rate = length > 0 ? edits / length : Math.min(edits, 1);
    return new Ter(100 * rate, edits, length);
  }
}
