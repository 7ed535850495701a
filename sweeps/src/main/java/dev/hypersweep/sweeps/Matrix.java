package dev.hypersweep.sweeps;

import dev.hypersweep.protocol.RunSpecification;
import java.util.ArrayList;
import java.util.List;

/** The runs of trials: every dataset with every seed. */
public final class Matrix {

  private Matrix() {}

  /** The runs of one trial, the first seed on every dataset first. */
  public static List<RunSpecification> runs(SweepDefinition definition, TrialPoint point) {
    List<RunSpecification> runs = new ArrayList<>();
    for (long seed : definition.seeds()) {
      for (String dataset : definition.datasets()) {
        runs.add(run(definition, point, dataset, seed));
      }
    }
    return runs;
  }

  /**
   * The runs of a whole sweep in the order in which they are to be executed: all trials with the
   * first seed, then all with the second, and so on, so that a first comparison between variants
   * exists early and gets firmer from there. Inside a seed by trial number, then by dataset.
   */
  public static List<PlannedRun> inOrder(SweepDefinition definition, List<TrialPoint> points) {
    return inOrder(definition, points, definition.datasets());
  }

  /**
   * The same with the datasets in another order.
   *
   * @param datasets of the sweep, as {@code RunHistory} puts them
   */
  public static List<PlannedRun> inOrder(
      SweepDefinition definition, List<TrialPoint> points, List<String> datasets) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : definition.seeds()) {
      for (TrialPoint point : points) {
        for (String dataset : datasets) {
          runs.add(new PlannedRun(point, run(definition, point, dataset, seed)));
        }
      }
    }
    return runs;
  }

  private static RunSpecification run(
      SweepDefinition definition, TrialPoint point, String dataset, long seed) {
    return new RunSpecification(
        dataset, null, point.architecture(), point.settings(), seed, definition.resources());
  }
}
