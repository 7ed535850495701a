package dev.hypersweep.trainer.generation;

import java.util.Arrays;

/** No {@code size} tokens in a row may stand twice in a sequence (Paulus et al. 2018, 2.5). */
record NoRepeatedNgram(int size) implements TokenRule {

  @Override
  public void apply(long[] sequence, double[] scores) {
    int prefix = size - 1;
    int end = sequence.length;
    for (int at = 0; at + prefix < end; at++) {
      if (Arrays.equals(sequence, at, at + prefix, sequence, end - prefix, end)) {
        scores[(int) sequence[at + prefix]] = Double.NEGATIVE_INFINITY;
      }
    }
  }
}
