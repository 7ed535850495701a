package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/**
 * W_o f(W_i x), or W_o (f(W_0 x) * W_1 x) where the configuration says gated (Shazeer 2020); no
 * biases.
 */
public final class DenseFeedForward implements T5FeedForward {

  private final Linear inner;
  private final Linear gate;
  private final Linear outer;
  private final Activation activation;
  private final double dropout;

  /**
   * @param name {@code encoder.block.0.layer.1.DenseReluDense} for example
   */
  public DenseFeedForward(Parameters parameters, String name, T5Configuration c) {
    double in = c.deviation(c.width());
    if (c.gated()) {
      inner = linear(parameters, name + ".wi_0", c.width(), c.innerWidth(), in);
      gate = linear(parameters, name + ".wi_1", c.width(), c.innerWidth(), in);
    } else {
      inner = linear(parameters, name + ".wi", c.width(), c.innerWidth(), in);
      gate = null;
    }
    double out = c.deviation(c.innerWidth());
    outer = linear(parameters, name + ".wo", c.innerWidth(), c.width(), out);
    activation = c.activation();
    dropout = c.dropout();
  }

  private static Linear linear(
      Parameters parameters, String name, int in, int out, double deviation) {
    return new Linear(
        parameters, name, in, out, Initialiser.normal(deviation), false, Linear.Layout.OUT_IN);
  }

  @Override
  public Output apply(Pass pass, NDArray x) {
    NDArray h = activation.apply(pass.operations(), inner.apply(pass, x)); // [B, L, f]
    if (gate != null) {
      h = h.mul(gate.apply(pass, x));
    }
    return new Output(outer.apply(pass, pass.dropout(h, dropout)), null);
  }
}
