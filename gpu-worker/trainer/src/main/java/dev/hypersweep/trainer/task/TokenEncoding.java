package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.model.TokenisedExample;
import dev.hypersweep.trainer.tokenizer.Encoding;
import dev.hypersweep.trainer.tokenizer.Tokenizer;
import dev.hypersweep.trainer.tokenizer.Truncation;

/** From an example to at most {@code length} tokens of a tokenizer, special ones included. */
record TokenEncoding(Tokenizer tokenizer, int length) {

  TokenisedExample encode(Example.Labelled example) {
    Encoding whole =
        example.pair() == null
            ? tokenizer.encode(example.text(), true)
            : tokenizer.encode(example.text(), example.pair(), true);
    Encoding cut = new Truncation(length, Truncation.Strategy.LONGEST_FIRST).apply(whole);
    return new TokenisedExample(cut.ids(), cut.typeIds(), example.label());
  }
}
