package dev.hypersweep.trainer.metric.ngram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each run of n words or characters occurs in a text. */
public final class Ngrams {

  private final Map<String, Integer> counts;
  private final int total;

  private Ngrams(Map<String, Integer> counts, int total) {
    this.counts = counts;
    this.total = total;
  }

  /**
   * Runs of n words.
   *
   * @param words without white space
   */
  public static Ngrams ofWords(List<String> words, int n) {
    int total = Math.max(0, words.size() - n + 1);
    Map<String, Integer> counts = new HashMap<>(2 * total);
    for (int i = 0; i < total; i++) {
      counts.merge(
          n == 1 ? words.get(i) : String.join(" ", words.subList(i, i + n)), 1, Integer::sum);
    }
    return new Ngrams(counts, total);
  }

  /** Runs of n code points. */
  public static Ngrams ofCharacters(String text, int n) {
    int length = text.codePointCount(0, text.length());
    int total = Math.max(0, length - n + 1);
    Map<String, Integer> counts = new HashMap<>(2 * total);
    int start = 0;
    int end = total == 0 ? 0 : text.offsetByCodePoints(0, n);
    for (int i = 0; i < total; i++) {
      counts.merge(text.substring(start, end), 1, Integer::sum);
      start += Character.charCount(text.codePointAt(start));
      end += end < text.length() ? Character.charCount(text.codePointAt(end)) : 0;
    }
    return new Ngrams(counts, total);
  }

  /** For each n-gram the greater of two counts: what several references allow together. */
  public Ngrams or(Ngrams other) {
    Map<String, Integer> greater = new HashMap<>(counts);
    other.counts.forEach((ngram, count) -> greater.merge(ngram, count, Math::max));
    return new Ngrams(greater, greater.values().stream().mapToInt(Integer::intValue).sum());
  }

  /** How many n-grams there are, repeated ones counted again. */
  public int total() {
    return total;
  }

  /** How many of them the other text has as well, each at most as often as it occurs there. */
  public int common(Ngrams other) {
    int common = 0;
    for (Map.Entry<String, Integer> ngram : counts.entrySet()) {
      common += Math.min(ngram.getValue(), other.counts.getOrDefault(ngram.getKey(), 0));
    }
    return common;
  }
}
