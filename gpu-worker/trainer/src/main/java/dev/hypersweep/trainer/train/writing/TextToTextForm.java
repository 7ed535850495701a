package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.data.TextToText;
import dev.hypersweep.trainer.model.SequencePair;
import dev.hypersweep.trainer.task.Truncated;
import java.util.ArrayList;
import java.util.List;

/**
 * Sources and targets as tokens, each with an end token; what is too long is cut before its end.
 *
 * @param sourceLength most tokens of a source
 * @param targetLength most tokens of a target
 */
record TextToTextForm(WritingTokens tokens, int sourceLength, int targetLength) {

  int[] source(TextToText example) {
    return source(example, new CutCount());
  }

  private int[] source(TextToText example, CutCount cuts) {
    return tokens.ended(example.source(), sourceLength, cuts);
  }

  int[] target(String text) {
    return target(text, new CutCount());
  }

  private int[] target(String text, CutCount cuts) {
    return tokens.ended(text, targetLength, cuts);
  }

  List<int[]> sources(List<TextToText> examples) {
    return examples.stream().map(this::source).toList();
  }

  /** The closed set of answers of each example. */
  List<List<int[]>> candidates(List<TextToText> examples) {
    return examples.stream()
        .map(example -> example.candidates().stream().map(this::target).toList())
        .toList();
  }

  /** An example with its first reference. */
  SequencePair first(TextToText example) {
    return new SequencePair(source(example), target(example.references().get(0)));
  }

  /** What is cut off of sources and of all right answers. */
  Truncated truncated(List<TextToText> examples) {
    CutCount cuts = new CutCount();
    pairs(examples, cuts);
    return cuts.truncated();
  }

  /**
   * What there is to learn: a pair for every right answer.
   *
   * @param cuts is told what is cut off
   */
  List<SequencePair> pairs(List<TextToText> examples, CutCount cuts) {
    List<SequencePair> pairs = new ArrayList<>();
    for (TextToText example : examples) {
      int[] source = source(example, cuts);
      for (String reference : example.references()) {
        pairs.add(new SequencePair(source, target(reference, cuts)));
      }
      cuts.example();
    }
    return pairs;
  }
}
