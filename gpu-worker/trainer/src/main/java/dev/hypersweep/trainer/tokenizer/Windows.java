package dev.hypersweep.trainer.tokenizer;

import dev.hypersweep.trainer.tokenizer.Token.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts one text of an encoding into overlapping pieces that each fit a model; special tokens and
 * the other text stand in every piece. All tokens of the text appear, in order.
 *
 * @param maxLength greatest number of tokens of a window, special ones included
 * @param stride how many of the text's tokens a window repeats from the one before
 * @param cut the text that is cut: {@code FIRST} or {@code SECOND}
 */
public record Windows(int maxLength, int stride, Source cut) {

  public Windows {
    if (cut != Source.FIRST && cut != Source.SECOND) {
      throw new IllegalArgumentException("only a text can be cut into windows, not " + cut);
    }
  }

  /**
   * @return at least one window
   * @throws TokenizerException if a window has no room for more tokens than it repeats
   */
  public List<Encoding> of(Encoding encoding) {
    int length = encoding.count(cut);
    int room = maxLength - (encoding.length() - length);
    if (encoding.length() <= maxLength) {
      return List.of(encoding);
    }
    if (stride < 0 || room <= stride) {
      throw new TokenizerException(
          "stride %d: a window of %d tokens has room for %d of the text's, which must be more than the stride"
              .formatted(stride, maxLength, Math.max(0, room)));
    }
    List<Encoding> windows = new ArrayList<>();
    for (int from = 0; from == 0 || from + stride < length; from += room - stride) {
      windows.add(window(encoding, from, from + room));
    }
    return windows;
  }

  private Encoding window(Encoding encoding, int from, int to) {
    List<Token> kept = new ArrayList<>();
    int at = 0;
    for (Token token : encoding.tokens()) {
      boolean inside = token.source() != cut || from <= at && at < to;
      if (inside) {
        kept.add(token);
      }
      if (token.source() == cut) {
        at++;
      }
    }
    return new Encoding(kept);
  }
}
