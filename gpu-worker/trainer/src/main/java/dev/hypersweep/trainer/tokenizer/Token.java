package dev.hypersweep.trainer.tokenizer;

/**
 * One position of an encoding.
 *
 * @param id number in the vocabulary
 * @param text the piece as the vocabulary spells it
 * @param start first character of the text it came from, in Unicode code points of that text
 * @param end one past the last; 0 to 0 for a token that the text does not contain
 * @param type segment: 0, or 1 for the second text where the tokenizer tells them apart
 * @param source which text it came from
 */
public record Token(int id, String text, int start, int end, int type, Source source) {

  /** Where a token comes from. */
  public enum Source {
    FIRST,
    SECOND,
    /** Added by the tokenizer, such as {@code [CLS]} or {@code </s>}. */
    SPECIAL,
    /** Added to fill a row of a batch; attention must not see it. */
    PADDING
  }

  boolean isFromText() {
    return source == Source.FIRST || source == Source.SECOND;
  }
}
