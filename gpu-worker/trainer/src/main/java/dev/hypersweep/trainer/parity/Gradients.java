package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;

/** The gradients of a loss, {@code grad.PARAMETER} in a case. */
final class Gradients {

  private Gradients() {}

  /** Runs backwards from {@code loss} and compares every parameter's gradient. */
  static void check(Check check, String prefix, Pass pass, Weights weights, NDArray loss) {
    pass.backward(loss);
    for (Parameter parameter : weights.parameters()) {
      check.tensor(prefix + "grad." + parameter.name(), pass.gradient(parameter));
    }
  }
}
