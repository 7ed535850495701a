package dev.hypersweep.sweeps.sampling.gp;

import java.util.Arrays;

/**
 * The hyperparameters of greatest posterior density, found from the prior's mode. They are looked
 * for again only after some more trials, always from the first so many: then those of a resumed
 * search are the same.
 */
final class Fit {

  private static final int ITERATIONS = 30;

  /** Up to this size every trial counts. */
  private static final int SMALL = 20;

  private double[][] points;
  private double[] targets;
  private Hyperparameters fitted;

  Hyperparameters of(Data data) {
    int step = Math.max(1, data.size() / SMALL);
    Data used = data.first(data.size() - data.size() % step);
    if (fitted == null
        || !Arrays.deepEquals(points, used.points())
        || !Arrays.equals(targets, used.targets())) {
      int dimensions = data.cube().size();
      Lbfgs search =
          new Lbfgs(
              new MarginalLikelihood(used),
              Hyperparameters.low(dimensions),
              Hyperparameters.high(dimensions),
              ITERATIONS);
      fitted = new Hyperparameters(search.minimum(Hyperparameters.usual(dimensions).values()));
      points = used.points();
      targets = used.targets();
    }
    return fitted;
  }
}
