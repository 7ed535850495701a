package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.data.TextToText;
import dev.hypersweep.trainer.model.SequencePair;
import java.util.List;

/**
 * Sources and targets as tokens, each with an end token; what is too long is cut before its end.
 *
 * @param sourceLength most tokens of a source
 * @param targetLength most tokens of a target
 */
record TextToTextForm(WritingTokens tokens, int sourceLength, int targetLength) {

  int[] source(TextToText example) {
    return tokens.ended(example.source(), sourceLength);
  }

  int[] target(String text) {
    return tokens.ended(text, targetLength);
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

  /** What there is to learn: a pair for every right answer. */
  List<SequencePair> pairs(List<TextToText> examples) {
    return examples.stream()
        .flatMap(
            example -> {
              int[] source = source(example);
              return example.references().stream()
                  .map(reference -> new SequencePair(source, target(reference)));
            })
        .toList();
  }
}
