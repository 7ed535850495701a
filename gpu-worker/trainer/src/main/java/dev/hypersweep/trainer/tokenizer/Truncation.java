package dev.hypersweep.trainer.tokenizer;

import java.util.ArrayList;
import java.util.List;

/**
 * Shortens an encoding to a greatest length by dropping tokens from the end of its texts. Special
 * tokens stay and count. The rules are those of Hugging Face tokenizers.
 *
 * @param maxLength greatest number of tokens, special ones included
 * @param strategy whose tokens go
 */
public record Truncation(int maxLength, Strategy strategy) {

  /** Whose tokens go. */
  public enum Strategy {
    /** The longer text's, until both are equal; from then on both texts'. */
    LONGEST_FIRST,
    ONLY_FIRST,
    ONLY_SECOND
  }

  /**
   * @return the encoding itself if it is short enough
   * @throws TokenizerException if special tokens alone are too many, or the text that may be
   *     shortened would not keep a token
   */
  public Encoding apply(Encoding encoding) {
    if (encoding.length() <= maxLength) {
      return encoding;
    }
    int room = maxLength - encoding.count(Token.Source.SPECIAL);
    if (room < 0) {
      throw new TokenizerException(
          "maximum length " + maxLength + " is less than the special tokens need; raise it");
    }
    int first = encoding.count(Token.Source.FIRST);
    int second = encoding.count(Token.Source.SECOND);
    return switch (strategy) {
      case LONGEST_FIRST -> {
        int shorter = Math.min(Math.min(first, second), room / 2);
        yield first <= second
            ? cut(encoding, shorter, room - shorter)
            : cut(encoding, room - shorter, shorter);
      }
      case ONLY_FIRST -> cut(encoding, remaining(first, room - second), second);
      case ONLY_SECOND -> cut(encoding, first, remaining(second, room - first));
    };
  }

  private int remaining(int length, int left) {
    if (left <= 0) {
      throw new TokenizerException(
          "%s: a text of %d tokens cannot be cut to make the pair %d long; raise the length or cut both"
              .formatted(strategy, length, maxLength));
    }
    return left;
  }

  private static Encoding cut(Encoding encoding, int firstLeft, int secondLeft) {
    List<Token> kept = new ArrayList<>();
    int first = 0;
    int second = 0;
    for (Token token : encoding.tokens()) {
      boolean stays =
          switch (token.source()) {
            case FIRST -> first++ < firstLeft;
            case SECOND -> second++ < secondLeft;
            case SPECIAL, PADDING -> true;
          };
      if (stays) {
        kept.add(token);
      }
    }
    return new Encoding(kept);
  }
}
