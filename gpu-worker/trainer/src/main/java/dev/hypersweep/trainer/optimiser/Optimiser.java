package dev.hypersweep.trainer.optimiser;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/** Changes the weights of one model by their gradients, in place. */
public interface Optimiser {

  /**
   * One step.
   *
   * @param gradients one per parameter of the model, in the order of the parameters
   * @param rate learning rate
   * @param step from 1, without gaps
   */
  void step(NDArray[] gradients, double rate, long step);

  /**
   * All that it remembers from step to step, by names like {@code first_moment.block.0.out.bias}.
   * Weights and these tensors at a step, put back, give the same bits from there on.
   */
  Map<String, NDArray> state();

  /** The rate that counts at a step, given the one that was scheduled; both from 1. */
  default double rate(double scheduled, long step) {
    return scheduled;
  }
}
