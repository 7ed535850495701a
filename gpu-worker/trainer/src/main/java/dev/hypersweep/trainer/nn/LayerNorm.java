package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;

/** Layer normalisation with gain and bias (Ba et al. 2016): [n, d] -> [n, d]. */
public final class LayerNorm {

  private final Parameter gain;
  private final Parameter bias;

  public LayerNorm(Parameters parameters, String name, int width) {
    gain = parameters.free(name + ".weight", Initialiser.ones(), width);
    bias = parameters.free(name + ".bias", Initialiser.zeros(), width);
  }

  public NDArray apply(Pass pass, NDArray x) {
    return pass.operations().layerNorm(x, pass.get(gain), pass.get(bias));
  }
}
