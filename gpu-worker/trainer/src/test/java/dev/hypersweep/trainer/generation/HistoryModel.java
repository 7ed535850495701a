package dev.hypersweep.trainer.generation;

import java.util.Arrays;
import java.util.Random;

/** A model over a few tokens whose logits depend on everything that a row has read. */
final class HistoryModel implements Continuation {

  private final int vocabulary;
  private long[][] read;

  HistoryModel(int vocabulary, int rows) {
    this.vocabulary = vocabulary;
    this.read = new long[rows][0];
  }

  double[] logits(long[] history) {
    Random random = new Random(31L * Arrays.hashCode(history));
    return random.doubles(vocabulary, -2, 2).toArray();
  }

  @Override
  public double[][] next(long[][] tokens) {
    for (int row = 0; row < read.length; row++) {
      for (long token : tokens[row]) {
        read[row] = Generation.append(read[row], token);
      }
    }
    return Arrays.stream(read).map(this::logits).toArray(double[][]::new);
  }

  @Override
  public void select(int[] rows) {
    read = Arrays.stream(rows).mapToObj(row -> read[row]).toArray(long[][]::new);
  }

  @Override
  public void close() {
    read = null;
  }
}
