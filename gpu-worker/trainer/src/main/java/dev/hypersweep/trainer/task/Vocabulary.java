package dev.hypersweep.trainer.task;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The most frequent words of a training split, numbered from {@link #FIRST_WORD}; before them the
 * unknown word and the separator of a pair.
 */
final class Vocabulary {

  static final int UNKNOWN = 0;
  static final int SEPARATOR = 1;
  private static final int FIRST_WORD = 2;

  private final Map<String, Integer> numbers;

  private Vocabulary(Map<String, Integer> numbers) {
    this.numbers = numbers;
  }

  /** Words by falling count, equal counts in alphabetical order; at most {@code size} of them. */
  static Vocabulary of(List<WordedExample> train, int size) {
    Map<String, int[]> counts = new HashMap<>();
    for (WordedExample example : train) {
      count(example.text(), counts);
      if (example.pair() != null) {
        count(example.pair(), counts);
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    counts.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, int[]> entry) -> -entry.getValue()[0])
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(size)
        .forEach(entry -> numbers.put(entry.getKey(), FIRST_WORD + numbers.size()));
    return new Vocabulary(numbers);
  }

  private static void count(List<String> words, Map<String, int[]> counts) {
    for (String word : words) {
      counts.computeIfAbsent(word, key -> new int[1])[0]++;
    }
  }

  /** Rows of the token table: the special tokens and the words. */
  int rows() {
    return FIRST_WORD + numbers.size();
  }

  /** Numbers of words. */
  int[] encode(List<String> words) {
    int[] tokens = new int[words.size()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = numbers.getOrDefault(words.get(i), UNKNOWN);
    }
    return tokens;
  }
}
