package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;

/** y = x W^T + b: [n, in] -> [n, out]. Begins uniform in +-1/sqrt(in), as torch.nn.Linear does. */
public final class Linear {

  /** How a checkpoint stores W. */
  public enum Layout {
    /** [out, in], as torch.nn.Linear. */
    OUT_IN,
    /** [in, out], as the linear layers of GPT-2. */
    IN_OUT
  }

  private final Parameter weight;
  private final Parameter bias;
  private final Layout layout;

  public Linear(Parameters parameters, String name, int in, int out) {
    this(parameters, name, in, out, Initialiser.uniform(1 / Math.sqrt(in)));
  }

  public Linear(Parameters parameters, String name, int in, int out, Initialiser initialiser) {
    this(parameters, name, in, out, initialiser, true, Layout.OUT_IN);
  }

  /**
   * @param biased whether there is a b; it begins at zero
   */
  public Linear(
      Parameters parameters,
      String name,
      int in,
      int out,
      Initialiser initialiser,
      boolean biased,
      Layout layout) {
    this.layout = layout;
    this.weight =
        layout == Layout.OUT_IN
            ? parameters.matrix(name + ".weight", initialiser, out, in)
            : parameters.matrix(name + ".weight", initialiser, in, out);
    this.bias = biased ? parameters.free(name + ".bias", Initialiser.zeros(), out) : null;
  }

  public NDArray apply(Pass pass, NDArray x) {
    NDArray w = pass.get(weight);
    return pass.operations()
        .linear(
            x, layout == Layout.OUT_IN ? w : w.transpose(), bias == null ? null : pass.get(bias));
  }

  /** W, in its layout. */
  public Parameter weight() {
    return weight;
  }

  /** b [out], or null if there is none. */
  public Parameter bias() {
    return bias;
  }

  /** How W is stored. */
  public Layout layout() {
    return layout;
  }
}
