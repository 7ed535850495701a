package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;

/** Layer normalisation with gain and bias (Ba et al. 2016): [n, d] -> [n, d]. */
public final class LayerNorm {

  private static final double STANDARD_EPSILON = 1e-5;

  private final Parameter gain;
  private final Parameter bias;
  private final double epsilon;

  public LayerNorm(Parameters parameters, String name, int width) {
    this(parameters, name, width, STANDARD_EPSILON);
  }

  /**
   * @param epsilon added to the variance
   */
  public LayerNorm(Parameters parameters, String name, int width, double epsilon) {
    gain = parameters.free(name + ".weight", Initialiser.ones(), width);
    bias = parameters.free(name + ".bias", Initialiser.zeros(), width);
    this.epsilon = epsilon;
  }

  public NDArray apply(Pass pass, NDArray x) {
    return pass.operations().layerNorm(x, pass.get(gain), pass.get(bias), epsilon);
  }
}
