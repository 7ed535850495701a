package dev.hypersweep.trainer.task;

import dev.hypersweep.protocol.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
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

  private final List<String> words;
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * @param words from the first number on
   */
  Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
    for (String word : words) {
      numbers.put(word, FIRST_WORD + numbers.size());
    }
  }

  /** Words by falling count, equal counts in alphabetical order; at most {@code size} of them. */
  static Vocabulary of(Stream<TextPair> train, int size) {
    Map<String, int[]> counts = new HashMap<>();
    train.forEach(
        pair -> {
          count(pair.text(), counts);
          if (pair.pair() != null) {
            count(pair.pair(), counts);
          }
        });
    return new Vocabulary(
        counts.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<String, int[]> entry) -> -entry.getValue()[0])
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(size)
            .map(Map.Entry::getKey)
            .toList());
  }

  private static void count(String text, Map<String, int[]> counts) {
    for (String word : Words.of(text)) {
      counts.computeIfAbsent(word, key -> new int[1])[0]++;
    }
  }

  /** Rows of the token table: the special tokens and the words. */
  int rows() {
    return FIRST_WORD + words.size();
  }

  /** The number of a word. */
  int number(String word) {
    return numbers.getOrDefault(word, UNKNOWN);
  }

  /** The words in the order of their numbers. */
  List<String> words() {
    return words;
  }

  /** Hash of the words; none holds a line break. */
  String fingerprint() {
    byte[] text = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.digest().digest(text));
  }
}
