package dev.hypersweep.sweeps.sampling.gp;

import java.util.Arrays;
import java.util.function.Supplier;

/** The hyperparameters of greatest posterior density, found from the prior's mode. */
final class Fit {

  private static final int ITERATIONS = 30;

  private int[] trials;
  private Hyperparameters fitted;

  /**
   * The hyperparameters, remembered while the trials are the same ones.
   *
   * @param trials indices of ended trials
   * @param data of these, if it has to be looked at
   */
  Hyperparameters of(int[] trials, Supplier<Data> data) {
    if (!Arrays.equals(trials, this.trials)) {
      Data used = data.get();
      int dimensions = used.cube().size();
      Lbfgs search =
          new Lbfgs(
              new MarginalLikelihood(used),
              Hyperparameters.low(dimensions),
              Hyperparameters.high(dimensions),
              ITERATIONS);
      fitted = new Hyperparameters(search.minimum(Hyperparameters.usual(dimensions).values()));
      this.trials = trials;
    }
    return fitted;
  }

  void forget() {
    trials = null;
  }
}
