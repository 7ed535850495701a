package dev.hypersweep.trainer.tokenizer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Real text: glosses of WordNet's nouns, from the Maven artifact. */
final class Glosses {

  private Glosses() {}

  static List<String> some(int number) {
    var file = Glosses.class.getResourceAsStream("/net/sf/extjwnl/data/wordnet/wn31/data.noun");
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> line.contains("| "))
          .map(line -> line.substring(line.indexOf("| ") + 2).strip())
          .limit(number)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
