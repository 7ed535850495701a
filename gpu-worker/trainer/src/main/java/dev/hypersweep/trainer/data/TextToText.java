package dev.hypersweep.trainer.data;

import java.util.List;

/**
 * An example as a text that is turned into a text, in the form of T5 (Raffel et al. 2020, appendix
 * D).
 *
 * @param example what it was made from, under the same id
 * @param source with the task's prefix
 * @param references right answers; empty where the split has none
 * @param candidates every answer there can be, in label order, where the answers are a closed set
 *     (the label names, the options of this example); else empty
 */
public record TextToText(
    Example example, String source, List<String> references, List<String> candidates) {

  public TextToText {
    references = List.copyOf(references);
    candidates = List.copyOf(candidates);
  }

  /** Source and references alone. */
  public Example.Transduction transduction() {
    return new Example.Transduction(example.id(), source, references);
  }
}
