package dev.hypersweep.trainer.metric.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The references of each sentence; their number may differ from sentence to sentence.
 *
 * @param ofSentences at least one for each
 */
public record References(List<List<String>> ofSentences) {

  public References {
    for (int i = 0; i < ofSentences.size(); i++) {
      if (ofSentences.get(i).isEmpty()) {
        throw new IllegalArgumentException("sentence " + (i + 1) + " has no reference");
      }
    }
  }

  /** Of one sentence; null is no reference. */
  public static References ofSentence(List<String> references) {
    return new References(List.of(references.stream().filter(Objects::nonNull).toList()));
  }

  /**
   * Of streams as translation tools write them: each holds one reference of every sentence, or null
   * where it has none. Streams end with the shortest.
   */
  public static References ofStreams(List<List<String>> streams) {
    int sentences = streams.stream().mapToInt(List::size).min().orElse(0);
    List<List<String>> all = new ArrayList<>(sentences);
    for (int i = 0; i < sentences; i++) {
      int sentence = i;
      all.add(
          streams.stream().map(stream -> stream.get(sentence)).filter(Objects::nonNull).toList());
    }
    return new References(all);
  }

  /**
   * The references of each of so many sentences.
   *
   * @throws IllegalArgumentException if they are of more or fewer sentences
   */
  public List<List<String>> of(int sentences) {
    if (ofSentences.size() != sentences) {
      throw new IllegalArgumentException(
          sentences + " hypotheses, but references of " + ofSentences.size() + " sentences");
    }
    return ofSentences;
  }

  /** How many each sentence has, in a signature: a number, or {@code var}. */
  String count() {
    List<Integer> counts = ofSentences.stream().map(List::size).distinct().toList();
    return counts.size() == 1 ? counts.get(0).toString() : "var";
  }
}
