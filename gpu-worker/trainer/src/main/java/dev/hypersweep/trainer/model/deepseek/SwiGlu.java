package dev.hypersweep.trainer.model.deepseek;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Activation;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** The dense feed-forward network, W_down (f(W_gate x) * (W_up x)), no biases (Shazeer 2020). */
final class SwiGlu {

  private final Linear gate;
  private final Linear up;
  private final Linear down;
  private final Activation activation;

  SwiGlu(Parameters parameters, String name, DeepSeekConfiguration c) {
    gate = linear(parameters, name + ".gate_proj", c.width(), c.innerWidth(), c);
    up = linear(parameters, name + ".up_proj", c.width(), c.innerWidth(), c);
    down = linear(parameters, name + ".down_proj", c.innerWidth(), c.width(), c);
    activation = c.activation();
  }

  private static Linear linear(
      Parameters parameters, String name, int in, int out, DeepSeekConfiguration c) {
    Initialiser initialiser = Initialiser.normal(c.deviation());
    return new Linear(parameters, name, in, out, initialiser, false, Linear.Layout.OUT_IN);
  }

  /** x [.., d] -> [.., d]. */
  NDArray apply(Pass pass, NDArray x) {
    NDArray opened = activation.apply(pass.operations(), gate.apply(pass, x));
    return down.apply(pass, opened.mul(up.apply(pass, x)));
  }
}
