package dev.hypersweep.trainer.tokenizer;

/** A text, a length or a tokenizer file that cannot be used; the message names value and fix. */
public final class TokenizerException extends RuntimeException {

  public TokenizerException(String message) {
    super(message);
  }
}
