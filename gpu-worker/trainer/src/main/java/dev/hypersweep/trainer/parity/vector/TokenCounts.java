package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.trainer.data.CodePoints;
import dev.hypersweep.trainer.data.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words of a language-modelling file, parted by white space; one end-of-line token a line. */
final class TokenCounts {

  private static final int MOST_FREQUENT = 20;

  private TokenCounts() {}

  static Map<String, Object> of(String text, List<Row> lines) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    long tokens = 0;
    int blank = 0;
    for (Row line : lines) {
      String words = line.columns().get("line").textValue().strip();
      if (words.isEmpty()) {
        blank++;
        continue;
      }
      for (String word : words.split("[\\p{IsWhite_Space}\\x1c-\\x1f]+")) {
        counts.merge(word, 1, Integer::sum);
        tokens++;
      }
    }
    Map<String, Object> facts = new HashMap<>();
    facts.put("lines", lines.size());
    facts.put("tokens", tokens);
    facts.put("tokens_with_end_of_line", tokens + lines.size());
    facts.put("distinct", counts.size());
    facts.put("unk", counts.getOrDefault("<unk>", 0));
    facts.put("characters", CodePoints.count(text));
    facts.put("distinct_characters", text.codePoints().distinct().count());
    facts.put("blank_lines", blank);
    facts.put(
        "most_frequent",
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(MOST_FREQUENT)
            .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
            .toList());
    return facts;
  }
}
