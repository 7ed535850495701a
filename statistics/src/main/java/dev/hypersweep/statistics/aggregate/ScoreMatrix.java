package dev.hypersweep.statistics.aggregate;

import dev.hypersweep.statistics.Location;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Scores of one method over several tasks, each with the same number of runs, made comparable by
 * the caller (for example each task's score between that of chance and that of a reference).
 * Aggregates after R. Agarwal et al., Deep Reinforcement Learning at the Edge of the Statistical
 * Precipice, NeurIPS 2021.
 *
 * @param scores runs x tasks
 */
public record ScoreMatrix(double[][] scores) {

  /** Checks the shape. */
  public ScoreMatrix {
    if (scores.length == 0 || scores[0].length == 0) {
      throw new IllegalArgumentException("scores need a run and a task");
    }
    for (int run = 1; run < scores.length; run++) {
      if (scores[run].length != scores[0].length) {
        throw new IllegalArgumentException(
            "run %d has %d tasks, run 0 has %d"
                .formatted(run, scores[run].length, scores[0].length));
      }
    }
  }

  /** Number of runs. */
  public int runs() {
    return scores.length;
  }

  /** Number of tasks. */
  public int tasks() {
    return scores[0].length;
  }

  /** Scores of a task, one per run. */
  public double[] task(int task) {
    return Arrays.stream(scores).mapToDouble(run -> run[task]).toArray();
  }

  /** Mean of each task over its runs. */
  public double[] taskMeans() {
    return IntStream.range(0, tasks()).mapToDouble(t -> Location.MEAN.of(task(t))).toArray();
  }

  /** Mean of the task means. */
  public double mean() {
    return Location.MEAN.of(taskMeans());
  }

  /** Median of the task means. */
  public double median() {
    return Location.MEDIAN.of(taskMeans());
  }

  /** Interquartile mean over all runs of all tasks. */
  public double iqm() {
    return Location.IQM.of(all());
  }

  /** By how much scores stay below gamma in the mean; what is above gamma makes up for nothing. */
  public double optimalityGap(double gamma) {
    return gamma - Location.MEAN.of(Arrays.stream(all()).map(s -> Math.min(s, gamma)).toArray());
  }

  /** Share of all runs whose score is strictly above the threshold. */
  public double runsAbove(double threshold) {
    return above(all(), threshold);
  }

  /** Share of tasks whose mean is strictly above the threshold. */
  public double taskMeansAbove(double threshold) {
    return above(taskMeans(), threshold);
  }

  private static double above(double[] values, double threshold) {
    return (double) Arrays.stream(values).filter(value -> value > threshold).count()
        / values.length;
  }

  private double[] all() {
    return Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
  }
}
