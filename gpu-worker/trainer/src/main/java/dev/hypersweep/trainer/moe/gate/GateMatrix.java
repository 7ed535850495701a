package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** The matrix from a token to a number per expert, x [n, d] -> [n, N], without bias. */
public final class GateMatrix {

  private final Parameter weight;
  private final Layout layout;

  /**
   * @param name whole name of the parameter, {@code transformer.h.0.mlp.w_gate} for example
   */
  public GateMatrix(
      Parameters parameters,
      String name,
      int width,
      int experts,
      Layout layout,
      Initialiser initialiser) {
    this.layout = layout;
    this.weight =
        layout == Layout.OUT_IN
            ? parameters.matrix(name, initialiser, experts, width)
            : parameters.matrix(name, initialiser, width, experts);
  }

  /** x [n, d] -> [n, N]. */
  public NDArray apply(Pass pass, NDArray x) {
    NDArray w = pass.get(weight);
    return pass.operations().exactLinear(x, layout == Layout.OUT_IN ? w : w.transpose(), null);
  }

  /** N. */
  public int experts() {
    return (int) weight.shape().get(layout == Layout.OUT_IN ? 0 : 1);
  }
}
