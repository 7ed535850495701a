package dev.hypersweep.trainer.parity.vector;

import dev.hypersweep.trainer.metric.rouge.Rouge;
import dev.hypersweep.trainer.metric.rouge.RougeScore;
import dev.hypersweep.trainer.metric.rouge.RougeTokenizer;
import dev.hypersweep.trainer.metric.rouge.RougeType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code rouge.*}: summaries, their words, and stems. */
final class RougeVectors {

  private RougeVectors() {}

  static Map<String, Evaluator> all() {
    return Map.of(
        "rouge.pair", RougeVectors::example,
        "rouge.multi", RougeVectors::example,
        "rouge.corpus", RougeVectors::corpus,
        "rouge.tokens", RougeVectors::tokens,
        "rouge.stem", input -> Map.of("stem", new RougeTokenizer(true).word(input.text("word"))));
  }

  private static Object example(Input input) {
    return named(score(rouge(input), input));
  }

  private static Object corpus(Input input) {
    Rouge rouge = rouge(input);
    return named(Rouge.mean(input.list("pairs").stream().map(pair -> score(rouge, pair)).toList()));
  }

  private static Object tokens(Input input) {
    return Map.of(
        "tokens", new RougeTokenizer(input.flag("stemmer", false)).words(input.text("text")));
  }

  private static Rouge rouge(Input input) {
    return new Rouge(input.flag("stemmer", false));
  }

  private static Map<RougeType, RougeScore> score(Rouge rouge, Input example) {
    List<String> targets =
        example.has("targets") ? example.texts("targets") : List.of(example.text("target"));
    return rouge.score(targets, example.text("prediction"));
  }

  private static Map<String, RougeScore> named(Map<RougeType, RougeScore> scores) {
    Map<String, RougeScore> named = new TreeMap<>();
    scores.forEach((type, score) -> named.put(type.typeName(), score));
    return named;
  }
}
