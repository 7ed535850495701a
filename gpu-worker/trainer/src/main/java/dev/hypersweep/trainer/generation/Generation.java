package dev.hypersweep.trainer.generation;

import java.util.Arrays;

/** The door to both searches. */
public final class Generation {

  private Generation() {}

  /**
   * Goes on with each prompt until it ends or is as long as allowed.
   *
   * @param continuation one row per prompt, nothing read yet; this closes it
   * @param prompts [B][P], padded on the left where they differ in length, or the start tokens of
   *     an encoder-decoder [B][1]
   */
  public static Generated run(
      Continuation continuation, long[][] prompts, GenerationSettings settings) {
    try (continuation) {
      return settings.beams() == 1
          ? new GreedySearch(settings).run(continuation, prompts)
          : new BeamSearch(settings).run(continuation, prompts);
    }
  }

  static long[] append(long[] sequence, long token) {
    long[] longer = Arrays.copyOf(sequence, sequence.length + 1);
    longer[sequence.length] = token;
    return longer;
  }
}
