package dev.hypersweep.trainer.metric.rouge;

import java.util.Arrays;
import java.util.List;

/**
 * A text in words.
 *
 * @param words all of them
 * @param lines the words of each line
 */
record RougeText(List<String> words, List<List<String>> lines) {

  static RougeText of(RougeTokenizer tokenizer, String text) {
    return new RougeText(
        tokenizer.words(text), Arrays.stream(text.split("\n")).map(tokenizer::words).toList());
  }
}
