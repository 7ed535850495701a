package dev.hypersweep.trainer.model;

import dev.hypersweep.trainer.generation.Generated;
import dev.hypersweep.trainer.generation.GenerationSettings;
import java.util.Arrays;
import java.util.List;

/** What a search wrote after its prompts. */
public final class Written {

  private Written() {}

  /**
   * The tokens of each sequence from {@code prompt} on, up to its end or its padding.
   *
   * @param generated one sequence for each source
   */
  public static List<int[]> after(int prompt, Generated generated, GenerationSettings settings) {
    return Arrays.stream(generated.sequences())
        .map(sequence -> cut(sequence, prompt, settings))
        .toList();
  }

  private static int[] cut(long[] sequence, int prompt, GenerationSettings settings) {
    int end = prompt;
    while (end < sequence.length && !settings.stopsAt(sequence[end])) {
      end++;
    }
    return Arrays.stream(sequence, prompt, end).mapToInt(Math::toIntExact).toArray();
  }
}
