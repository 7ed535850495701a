package dev.hypersweep.statistics.aggregate;

import dev.hypersweep.statistics.bootstrap.Bootstrap;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** The bootstrap of an aggregate: runs are drawn within each task (Agarwal et al. 2021, 3). */
public final class StratifiedBootstrap {

  private StratifiedBootstrap() {}

  /**
   * Recomputes an aggregate on given resamples.
   *
   * @param aggregate for example {@code ScoreMatrix::iqm}
   * @param indices resamples x runs x tasks: the run whose score stands at that run and task
   */
  public static Bootstrap of(
      ScoreMatrix matrix, ToDoubleFunction<ScoreMatrix> aggregate, int[][][] indices) {
    double[] replicates = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      replicates[i] = aggregate.applyAsDouble(resampled(matrix, indices[i]));
    }
    return new Bootstrap(aggregate.applyAsDouble(matrix), replicates);
  }

  /** Resamples drawn here: the same seed gives the same interval. */
  public static Bootstrap of(
      ScoreMatrix matrix, ToDoubleFunction<ScoreMatrix> aggregate, int resamples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] replicates = new double[resamples];
    int[][] drawn = new int[matrix.runs()][matrix.tasks()];
    for (int i = 0; i < resamples; i++) {
      for (int[] run : drawn) {
        for (int task = 0; task < run.length; task++) {
          run[task] = random.nextInt(matrix.runs());
        }
      }
      replicates[i] = aggregate.applyAsDouble(resampled(matrix, drawn));
    }
    return new Bootstrap(aggregate.applyAsDouble(matrix), replicates);
  }

  private static ScoreMatrix resampled(ScoreMatrix matrix, int[][] drawn) {
    double[][] scores = new double[drawn.length][];
    for (int run = 0; run < drawn.length; run++) {
      scores[run] = new double[drawn[run].length];
      for (int task = 0; task < drawn[run].length; task++) {
        scores[run][task] = matrix.scores()[drawn[run][task]][task];
      }
    }
    return new ScoreMatrix(scores);
  }
}
