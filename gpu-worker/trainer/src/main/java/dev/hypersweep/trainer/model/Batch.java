package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.moe.gate.Sequences;
import java.util.List;

/**
 * B examples with n tokens together, packed: padding exists only inside attention.
 *
 * @param tokens [n], row of each token's vector
 * @param positions [n], place of each token in its example
 * @param slots [n], place of each token in the padded batch of B x L
 * @param mask [B, 1, 1, L], true where a token is
 * @param segments [n], example of each token
 * @param scale [B, 1], one over each example's tokens
 * @param sequences tokens of each example
 */
public record Batch(
    NDArray tokens,
    NDArray positions,
    NDArray slots,
    NDArray mask,
    NDArray segments,
    NDArray scale,
    Sequences sequences) {

  /** Packs examples, each with one token or more; padded inside attention to the longest. */
  public static Batch of(NDManager manager, List<? extends TokenisedText> examples, DataType type) {
    int longest = examples.stream().mapToInt(example -> example.tokens().length).max().orElse(1);
    return of(manager, examples, longest, type);
  }

  /** The same, padded to {@code length}: what padding does to a result can be seen with it. */
  static Batch of(
      NDManager manager, List<? extends TokenisedText> examples, int length, DataType type) {
    int n = examples.stream().mapToInt(example -> example.tokens().length).sum();
    long[] tokens = new long[n];
    long[] positions = new long[n];
    long[] slots = new long[n];
    long[] segments = new long[n];
    boolean[] mask = new boolean[examples.size() * length];
    double[] scale = new double[examples.size()];
    int[] lengths = new int[examples.size()];
    int at = 0;
    for (int b = 0; b < lengths.length; b++) {
      int[] own = examples.get(b).tokens();
      scale[b] = 1.0 / own.length;
      lengths[b] = own.length;
      for (int i = 0; i < own.length; i++, at++) {
        tokens[at] = own[i];
        positions[at] = i;
        slots[at] = (long) b * length + i;
        segments[at] = b;
        mask[b * length + i] = true;
      }
    }
    return new Batch(
        manager.create(tokens),
        manager.create(positions),
        manager.create(slots),
        manager.create(mask, new Shape(lengths.length, 1, 1, length)),
        manager.create(segments),
        manager.create(scale, new Shape(lengths.length, 1)).toType(type, false),
        new Sequences(lengths));
  }
}
