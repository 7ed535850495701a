package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.data.Example;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
  static Vocabulary of(List<Example> train, int size) {
    Map<String, int[]> counts = new HashMap<>();
    for (Example example : train) {
      for (String text : texts(example)) {
        for (String word : Words.of(text)) {
          counts.computeIfAbsent(word, key -> new int[1])[0]++;
        }
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

  private static List<String> texts(Example example) {
    return Stream.of(example.text(), example.pair()).filter(text -> text != null).toList();
  }

  /** Rows of the token table: the special tokens and the words. */
  int rows() {
    return FIRST_WORD + numbers.size();
  }

  /** Numbers of the words of a text. */
  int[] encode(String text) {
    return Words.of(text).stream().mapToInt(word -> numbers.getOrDefault(word, UNKNOWN)).toArray();
  }
}
