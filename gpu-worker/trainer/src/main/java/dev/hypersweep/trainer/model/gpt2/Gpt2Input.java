package dev.hypersweep.trainer.model.gpt2;

import dev.hypersweep.trainer.model.KeysValues;
import java.util.Arrays;
import java.util.List;

/**
 * Tokens for a GPT-2.
 *
 * @param tokens [B][T]
 * @param positions [B][T], rows of the position table
 * @param mask [B][S], 0 where a token may not be attended to; S - T tokens stand before these
 * @param past per block, keys and values of the tokens before; empty if there are none
 */
public record Gpt2Input(long[][] tokens, long[][] positions, long[][] mask, List<KeysValues> past) {

  /** Whole sequences; positions are column numbers. */
  public static Gpt2Input whole(long[][] tokens, long[][] mask) {
    long[][] positions = new long[tokens.length][tokens[0].length];
    for (long[] row : positions) {
      Arrays.setAll(row, i -> i);
    }
    return new Gpt2Input(tokens, positions, mask, List.of());
  }

  /** T. */
  int length() {
    return tokens[0].length;
  }

  /** S - T. */
  int before() {
    return mask[0].length - length();
  }
}
