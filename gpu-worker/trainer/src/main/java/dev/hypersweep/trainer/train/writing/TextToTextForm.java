package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.data.TextToText;
import dev.hypersweep.trainer.task.LazyList;
import dev.hypersweep.trainer.task.TokenCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokenises examples in their text-to-text form, each text once: what was tokenised before is read
 * from the cache.
 *
 * @param sourceLength most tokens of a source, its end included
 * @param targetLength most tokens of a target
 */
record TextToTextForm(WritingTokens tokens, int sourceLength, int targetLength, TokenCache cache) {

  PairTokens pairs(List<TextToText> examples) {
    return new PairTokens(
        examples,
        ended(examples.stream().map(TextToText::source).toList(), sourceLength),
        ended(
            examples.stream().flatMap(example -> example.references().stream()).toList(),
            targetLength));
  }

  /** The closed set of answers of each example. */
  List<List<int[]>> candidates(List<TextToText> examples) {
    // Most examples share theirs: each text stands there once.
    List<String> texts =
        examples.stream().flatMap(example -> example.candidates().stream()).distinct().toList();
    EndedTexts ended = ended(texts, targetLength);
    Map<String, Integer> places = new HashMap<>();
    texts.forEach(text -> places.put(text, places.size()));
    return new LazyList<>(
        examples.size(),
        i -> {
          List<String> own = examples.get(i).candidates();
          return new LazyList<>(own.size(), c -> ended.tokens(places.get(own.get(c))));
        });
  }

  private EndedTexts ended(List<String> texts, int length) {
    return EndedTexts.kept(texts, length, tokens, cache);
  }
}
