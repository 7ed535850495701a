package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;

/** y = x W^T + b: [n, in] -> [n, out]. Begins uniform in +-1/sqrt(in), as torch.nn.Linear does. */
public final class Linear {

  private final Parameter weight;
  private final Parameter bias;

  public Linear(Parameters parameters, String name, int in, int out) {
    this(parameters, name, in, out, Initialiser.uniform(1 / Math.sqrt(in)));
  }

  public Linear(Parameters parameters, String name, int in, int out, Initialiser initialiser) {
    weight = parameters.matrix(name + ".weight", initialiser, out, in);
    bias = parameters.free(name + ".bias", Initialiser.zeros(), out);
  }

  public NDArray apply(Pass pass, NDArray x) {
    return pass.operations().linear(x, pass.get(weight), pass.get(bias));
  }

  /** W [out, in]. */
  public Parameter weight() {
    return weight;
  }

  /** b [out]. */
  public Parameter bias() {
    return bias;
  }
}
