package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.tokenizer.Encoding;
import dev.hypersweep.trainer.tokenizer.Tokenizer;
import dev.hypersweep.trainer.tokenizer.Truncation;

/** The pieces of a model's own tokenizer, special ones included. */
record PieceTokenisation(Tokenizer tokenizer) implements Tokenisation {

  @Override
  public String name() {
    return "tokenizer-json-1";
  }

  @Override
  public String fingerprint() {
    return tokenizer.fingerprint();
  }

  @Override
  public int rows() {
    return tokenizer.vocabularySize();
  }

  @Override
  public Encoding whole(String text, String pair) {
    return pair == null ? tokenizer.encode(text, true) : tokenizer.encode(text, pair, true);
  }

  @Override
  public Encoding cut(Encoding whole, int length) {
    return new Truncation(length, Truncation.Strategy.LONGEST_FIRST).apply(whole);
  }
}
