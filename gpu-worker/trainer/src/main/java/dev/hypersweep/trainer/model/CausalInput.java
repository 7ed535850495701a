package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;
import java.util.List;

/**
 * What a decoder reads.
 *
 * @param tokens [B][L] token numbers
 * @param positions [B or 1][L]
 * @param mask [B][S], 0 where a position is padding; S - L positions stand before these
 * @param past per block, keys and values of the positions before; empty if there are none
 */
public record CausalInput(
    long[][] tokens, long[][] positions, long[][] mask, List<KeysValues> past) {

  private static final long PADDED_POSITION = 1;

  /** Whole sequences: positions are column numbers. */
  public static CausalInput whole(long[][] tokens, long[][] mask) {
    long[] positions = new long[tokens[0].length];
    Arrays.setAll(positions, i -> i);
    return new CausalInput(tokens, new long[][] {positions}, mask, List.of());
  }

  /** The last columns of a mask: a position is the number of unmasked ones before it. */
  public static CausalInput last(long[][] tokens, long[][] mask, List<KeysValues> past) {
    int length = tokens[0].length;
    long[][] positions =
        Arrays.stream(mask).map(row -> lastPositions(row, length)).toArray(long[][]::new);
    return new CausalInput(tokens, positions, mask, past);
  }

  private static long[] lastPositions(long[] mask, int length) {
    long[] positions = new long[mask.length];
    long seen = 0;
    for (int i = 0; i < mask.length; i++) {
      seen += mask[i];
      positions[i] = mask[i] == 0 ? PADDED_POSITION : seen - 1;
    }
    return Arrays.copyOfRange(positions, mask.length - length, mask.length);
  }

  /** L. */
  public int length() {
    return tokens[0].length;
  }

  /** S - L. */
  public int before() {
    return mask[0].length - length();
  }

  /** What hides padding and the future: [B, 1, L, S], added to the scores. */
  public NDArray scoreMask(Pass pass) {
    return ScoreMask.padding(pass, mask).add(ScoreMask.causal(pass, before(), length()));
  }

  /** The tokens, int64 [B, L]. */
  public NDArray tokens(Pass pass) {
    long[] flat = Arrays.stream(tokens).flatMapToLong(Arrays::stream).toArray();
    return pass.manager().create(flat, new Shape(tokens.length, length()));
  }
}
