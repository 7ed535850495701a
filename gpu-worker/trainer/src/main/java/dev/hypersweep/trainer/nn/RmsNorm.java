package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;

/** Normalisation by the root mean square, with gain (Zhang and Sennrich 2019): [n, d] -> [n, d]. */
public final class RmsNorm {

  private final Parameter gain;
  private final double epsilon;

  /**
   * @param epsilon added to the mean square
   */
  public RmsNorm(Parameters parameters, String name, int width, double epsilon) {
    gain = parameters.free(name + ".weight", Initialiser.ones(), width);
    this.epsilon = epsilon;
  }

  public NDArray apply(Pass pass, NDArray x) {
    return pass.operations().rmsNorm(x, pass.get(gain), epsilon);
  }
}
