package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.data.Example;
import java.util.List;

/** An example split into words; {@code pair} is null for a single text. */
record WordedExample(List<String> text, List<String> pair, int label) {

  static WordedExample of(Example.Labelled example) {
    return new WordedExample(
        Words.of(example.text()),
        example.pair() == null ? null : Words.of(example.pair()),
        example.label());
  }
}
