package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.tokenizer.Encoding;

/** How texts become the tokens that a backbone reads. */
interface Tokenisation {

  /** Name and version of what is done to a text; part of the comparability class. */
  String name();

  /** Hash of all else that decides the tokens. */
  String fingerprint();

  /** Rows of the token table. */
  int rows();

  /** All tokens of a text, or of a pair if {@code pair} is not null; at least one. */
  Encoding whole(String text, String pair);

  /** At most {@code length} of them; of a pair the longer text is cut first. */
  Encoding cut(Encoding whole, int length);
}
