package dev.hypersweep.trainer.tokenizer;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns text into tokens and back. An encoding is always whole: whoever wants it shorter or longer
 * applies a {@link Truncation}, {@link Windows} or {@link Padding}. Safe for use by many threads.
 */
public interface Tokenizer extends AutoCloseable {

  /**
   * @param withSpecialTokens whether tokens such as {@code [CLS]} are added
   * @throws TokenizerException if the text is not well-formed Unicode or the model has no token for
   *     a part of it
   */
  Encoding encode(String text, boolean withSpecialTokens);

  /** A pair of texts as one encoding; offsets of each count from its own beginning. */
  Encoding encode(String first, String second, boolean withSpecialTokens);

  /** Text of the tokens; a number that is in no vocabulary gives nothing. */
  String decode(int[] ids, boolean skipSpecialTokens);

  /** Hash of all that decides what tokens a text gives. */
  String fingerprint();

  /** Number of different tokens, added ones included. */
  int vocabularySize();

  /** The number of a token as the vocabulary spells it. */
  OptionalInt id(String token);

  /** What fills the rows of a batch, if the tokenizer's files say so. */
  Optional<PadToken> padToken();

  @Override
  void close();
}
