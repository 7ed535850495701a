package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.data.TextToText;
import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.task.LazyList;
import dev.hypersweep.trainer.task.Truncated;
import java.util.List;

/** Sources and right answers of examples as tokens. */
final class PairTokens {

  private final EndedTexts sources;
  private final EndedTexts references;
  private final int[] firstReferences;
  private final int[] examples;

  /**
   * @param sources of each example
   * @param references of all examples, those of one behind one another
   */
  PairTokens(List<TextToText> examples, EndedTexts sources, EndedTexts references) {
    this.sources = sources;
    this.references = references;
    this.firstReferences = new int[examples.size() + 1];
    this.examples = new int[references.size()];
    int reference = 0;
    for (int i = 0; i < examples.size(); i++) {
      for (int count = examples.get(i).references().size(); count > 0; count--) {
        this.examples[reference++] = i;
      }
      firstReferences[i + 1] = reference;
    }
  }

  /** The source of each example. */
  List<int[]> sources() {
    return new LazyList<>(sources.size(), sources::tokens);
  }

  /** What there is to learn: a pair for every right answer. */
  List<SequencePair> pairs() {
    return new LazyList<>(examples.length, this::pair);
  }

  /** Each example with its first right answer; all have one. */
  List<SequencePair> firsts() {
    return new LazyList<>(sources.size(), example -> pair(firstReferences[example]));
  }

  private SequencePair pair(int reference) {
    return new SequencePair(sources.tokens(examples[reference]), references.tokens(reference));
  }

  /** What was cut off of sources and of all right answers. */
  Truncated truncated() {
    long cutExamples = 0;
    long cutTokens = 0;
    long all = 0;
    for (int i = 0; i < sources.size(); i++) {
      long cut = sources.cut(i);
      all += sources.whole(i);
      for (int r = firstReferences[i]; r < firstReferences[i + 1]; r++) {
        cut += references.cut(r);
        all += references.whole(r);
      }
      cutExamples += cut > 0 ? 1 : 0;
      cutTokens += cut;
    }
    return new Truncated(cutExamples, cutTokens, all);
  }
}
