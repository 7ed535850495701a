package dev.hypersweep.trainer.metric.rouge;

import dev.hypersweep.trainer.metric.ngram.Ngrams;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types of ROUGE that summaries are scored by. */
public enum RougeType {
  /** Words. */
  ROUGE_1("rouge1") {
    @Override
    RougeScore score(RougeText target, RougeText prediction) {
      return ngrams(target, prediction, 1);
    }
  },
  /** Pairs of words. */
  ROUGE_2("rouge2") {
    @Override
    RougeScore score(RougeText target, RougeText prediction) {
      return ngrams(target, prediction, 2);
    }
  },
  /** Longest common subsequence of the texts, lines ignored. */
  ROUGE_L("rougeL") {
    @Override
    RougeScore score(RougeText target, RougeText prediction) {
      List<String> right = target.words();
      List<String> given = prediction.words();
      return RougeScore.of(CommonSubsequence.length(right, given), right.size(), given.size());
    }
  },
  /**
   * For each line of the target the union of its longest common subsequences with the prediction's
   * lines; a word counts at most as often as it occurs in each text, as in ROUGE 1.5.5.
   */
  ROUGE_LSUM("rougeLsum") {
    @Override
    RougeScore score(RougeText target, RougeText prediction) {
      Map<String, Integer> inTarget = counts(target);
      Map<String, Integer> inPrediction = counts(prediction);
      int hits = 0;
      for (List<String> line : target.lines()) {
        BitSet union = new BitSet();
        prediction.lines().forEach(other -> union.or(CommonSubsequence.places(line, other)));
        for (int place = union.nextSetBit(0); place >= 0; place = union.nextSetBit(place + 1)) {
          String word = line.get(place);
          if (inTarget.get(word) > 0 && inPrediction.get(word) > 0) {
            hits++;
            inTarget.merge(word, -1, Integer::sum);
            inPrediction.merge(word, -1, Integer::sum);
          }
        }
      }
      return RougeScore.of(hits, size(target), size(prediction));
    }
  };

  private final String typeName;

  RougeType(String typeName) {
    this.typeName = typeName;
  }

  /** The name in reports. */
  public String typeName() {
    return typeName;
  }

  abstract RougeScore score(RougeText target, RougeText prediction);

  private static RougeScore ngrams(RougeText target, RougeText prediction, int n) {
    Ngrams right = Ngrams.ofWords(target.words(), n);
    Ngrams given = Ngrams.ofWords(prediction.words(), n);
    return RougeScore.of(right.common(given), right.total(), given.total());
  }

  private static Map<String, Integer> counts(RougeText text) {
    Map<String, Integer> counts = new HashMap<>();
    text.lines().forEach(line -> line.forEach(word -> counts.merge(word, 1, Integer::sum)));
    return counts;
  }

  private static int size(RougeText text) {
    return text.lines().stream().mapToInt(List::size).sum();
  }
}
