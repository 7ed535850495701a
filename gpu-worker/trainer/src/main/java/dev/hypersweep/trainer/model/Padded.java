package dev.hypersweep.trainer.model;

import java.util.Arrays;
import java.util.List;

/** Token sequences as rows of one length. */
public final class Padded {

  private Padded() {}

  /** The sequences, filled up on the right with {@code filler}: [B][L]. */
  public static long[][] rows(List<int[]> sequences, long filler) {
    long[][] rows = new long[sequences.size()][longest(sequences)];
    for (int b = 0; b < rows.length; b++) {
      int[] sequence = sequences.get(b);
      for (int i = 0; i < rows[b].length; i++) {
        rows[b][i] = i < sequence.length ? sequence[i] : filler;
      }
    }
    return rows;
  }

  /** 1 where a token stands, 0 where it was filled up: [B][L]. */
  public static long[][] mask(List<int[]> sequences) {
    long[][] mask = new long[sequences.size()][longest(sequences)];
    for (int b = 0; b < mask.length; b++) {
      Arrays.fill(mask[b], 0, sequences.get(b).length, 1);
    }
    return mask;
  }

  private static int longest(List<int[]> sequences) {
    return sequences.stream().mapToInt(sequence -> sequence.length).max().orElseThrow();
  }
}
