package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;

/** W2 gelu(W1 x + b1) + b2: [n, d] -> [n, f] -> [n, d]. An expert is one of these. */
public final class FeedForward {

  private final Linear inner;
  private final Linear outer;

  public FeedForward(Parameters parameters, String name, int width, int innerWidth) {
    this.inner = new Linear(parameters, name + ".inner", width, innerWidth);
    this.outer = new Linear(parameters, name + ".outer", innerWidth, width);
  }

  public NDArray apply(Pass pass, NDArray x) {
    return pass.operations()
        .feedForward(
            x,
            pass.get(inner.weight()),
            pass.get(inner.bias()),
            pass.get(outer.weight()),
            pass.get(outer.bias()));
  }

  /** W1, b1: [f, d], [f]. */
  public Linear inner() {
    return inner;
  }

  /** W2, b2: [d, f], [d]. */
  public Linear outer() {
    return outer;
  }
}
