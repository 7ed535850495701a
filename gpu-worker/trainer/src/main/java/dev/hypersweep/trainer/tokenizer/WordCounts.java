package dev.hypersweep.trainer.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often each word occurs in texts, cut as GPT-2 cuts them before byte-pair encoding. */
final class WordCounts {

  /** Contractions; letters, digits or signs with the blank before them; other white space. */
  private static final Pattern WORD =
      Pattern.compile(
          "'(?:[stmd]|re|ve|ll)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, int[]> counts = new HashMap<>();

  void add(String text) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      counts.computeIfAbsent(words.group(), word -> new int[1])[0]++;
    }
  }

  /** Each word's bytes, spelled in {@link ByteAlphabet}, and its count, in a fixed order. */
  Map<String, Integer> spelled() {
    Map<String, Integer> spelled = new TreeMap<>();
    counts.forEach((word, count) -> spelled.put(spelling(word), count[0]));
    return spelled;
  }

  private static String spelling(String word) {
    StringBuilder spelling = new StringBuilder();
    for (byte value : word.getBytes(StandardCharsets.UTF_8)) {
      spelling.append(ByteAlphabet.of(value & 0xFF));
    }
    return spelling.toString();
  }
}
