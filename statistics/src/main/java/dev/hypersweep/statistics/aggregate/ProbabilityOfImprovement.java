package dev.hypersweep.statistics.aggregate;

import dev.hypersweep.statistics.EffectSizes;
import dev.hypersweep.statistics.Location;

/**
 * How likely a run of one method beats a run of another on a task drawn at random; ties count one
 * half (Agarwal et al. 2021).
 *
 * @param perTask the share of pairs of runs in which the first is higher
 * @param probability mean over tasks
 */
public record ProbabilityOfImprovement(double[] perTask, double probability) {

  /** Compares two methods on the same tasks; they may have different numbers of runs. */
  public static ProbabilityOfImprovement of(ScoreMatrix x, ScoreMatrix y) {
    if (x.tasks() != y.tasks()) {
      throw new IllegalArgumentException(
          "both need the same tasks: " + x.tasks() + " and " + y.tasks());
    }
    double[] perTask = new double[x.tasks()];
    for (int task = 0; task < perTask.length; task++) {
      perTask[task] = EffectSizes.probabilityOfSuperiority(x.task(task), y.task(task));
    }
    return new ProbabilityOfImprovement(perTask, Location.MEAN.of(perTask));
  }
}
