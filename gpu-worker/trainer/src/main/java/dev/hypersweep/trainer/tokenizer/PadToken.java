package dev.hypersweep.trainer.tokenizer;

/**
 * What fills the rows of a batch.
 *
 * @param id number in the vocabulary
 * @param text as the vocabulary spells it
 * @param type segment that padding belongs to, 0 for nearly every model
 */
public record PadToken(int id, String text, int type) {

  Token asToken() {
    return new Token(id, text, 0, 0, type, Token.Source.PADDING);
  }
}
