package dev.hypersweep.trainer.metric.rouge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Scores summaries by all types of ROUGE. */
public final class Rouge {

  private final RougeTokenizer tokenizer;

  /**
   * @param stemmer whether words are stemmed, as the papers that report ROUGE do
   */
  public Rouge(boolean stemmer) {
    this.tokenizer = new RougeTokenizer(stemmer);
  }

  /**
   * The scores against the target with the best F1, for each type by itself; of equals the first.
   *
   * @throws IllegalArgumentException if there is no target
   */
  public Map<RougeType, RougeScore> score(List<String> targets, String prediction) {
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("ROUGE needs a target, there is none");
    }
    RougeText given = RougeText.of(tokenizer, prediction);
    Map<RougeType, RougeScore> best = new EnumMap<>(RougeType.class);
    for (String target : targets) {
      RougeText right = RougeText.of(tokenizer, target);
      for (RougeType type : RougeType.values()) {
        best.merge(type, type.score(right, given), (old, now) -> now.f1() > old.f1() ? now : old);
      }
    }
    return best;
  }

  /** The mean over examples, for each type. */
  public static Map<RougeType, RougeScore> mean(List<Map<RougeType, RougeScore>> examples) {
    Map<RougeType, RougeScore> means = new EnumMap<>(RougeType.class);
    for (RougeType type : RougeType.values()) {
      means.put(type, RougeScore.mean(examples.stream().map(scores -> scores.get(type)).toList()));
    }
    return means;
  }
}
