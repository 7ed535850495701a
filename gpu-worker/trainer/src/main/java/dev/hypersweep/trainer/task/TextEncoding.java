package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.model.TokenisedExample;
import java.util.Arrays;
import java.util.List;

/**
 * From an example to at most {@code length} token numbers. A pair is joined by a separator; the
 * longer of its texts is cut first, so that both are seen.
 */
record TextEncoding(Vocabulary vocabulary, int length) {

  TokenisedExample encode(WordedExample example) {
    int[] first = vocabulary.encode(example.text());
    int[] tokens = example.pair() == null ? cut(first, length) : pair(first, example.pair());
    return new TokenisedExample(
        tokens.length == 0 ? new int[] {Vocabulary.UNKNOWN} : tokens, example.label());
  }

  private int[] pair(int[] first, List<String> words) {
    int[] second = vocabulary.encode(words);
    int room = length - 1;
    int firstKept = Math.min(first.length, Math.max(room - second.length, (room + 1) / 2));
    int secondKept = Math.min(second.length, room - firstKept);
    int[] joined = Arrays.copyOf(first, firstKept + 1 + secondKept);
    joined[firstKept] = Vocabulary.SEPARATOR;
    System.arraycopy(second, 0, joined, firstKept + 1, secondKept);
    return joined;
  }

  private static int[] cut(int[] tokens, int length) {
    return tokens.length <= length ? tokens : Arrays.copyOf(tokens, length);
  }
}
