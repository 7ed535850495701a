package dev.hypersweep.trainer.tensor;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/**
 * Casts around the matrix products of layers: to bfloat16 and back, both differentiable, or not at
 * all. They run in TorchScript: DJL knows no bfloat16, and its own casts cut the autograd graph.
 */
final class Rounding {

  private final Script script;
  private final boolean on;

  Rounding(Script script, Precision precision) {
    this.script = script;
    this.on = precision == Precision.BF16;
  }

  /** An input of a product; null stays null. */
  NDArray in(NDArray x) {
    return on && x != null ? script.tensor("to_bfloat16", x) : x;
  }

  NDArray[] in(NDArray[] all) {
    return on ? Arrays.stream(all).map(this::in).toArray(NDArray[]::new) : all;
  }

  /** The result of a product. */
  NDArray out(NDArray y) {
    return on ? script.tensor("to_float32", y) : y;
  }
}
