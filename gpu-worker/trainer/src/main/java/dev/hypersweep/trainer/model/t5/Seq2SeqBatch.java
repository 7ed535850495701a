package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;

/**
 * Sources and the targets that belong to them, padded.
 *
 * @param source [B][L] token numbers
 * @param mask [B][L], 0 where the source is padding
 * @param labels [B][T] token numbers, {@link #IGNORED} where nothing is to be predicted
 */
public record Seq2SeqBatch(long[][] source, long[][] mask, long[][] labels) {

  /** A label that does not count. */
  public static final long IGNORED = -100;

  /** The labels shifted right: start token first, padding for ignored labels; [B][T]. */
  long[][] decoderInput(T5Configuration configuration) {
    long[][] input = new long[labels.length][];
    for (int b = 0; b < input.length; b++) {
      input[b] = new long[labels[b].length];
      input[b][0] = configuration.start();
      for (int t = 1; t < input[b].length; t++) {
        long label = labels[b][t - 1];
        input[b][t] = label == IGNORED ? configuration.pad() : label;
      }
    }
    return input;
  }

  /** The labels, int64 [B, T]. */
  public NDArray labels(Pass pass) {
    return tensor(pass, labels);
  }

  static NDArray tensor(Pass pass, long[][] numbers) {
    long[] flat = Arrays.stream(numbers).flatMapToLong(Arrays::stream).toArray();
    return pass.manager().create(flat, new Shape(numbers.length, numbers[0].length));
  }
}
