package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** The second half of a block, between its norm and its dropout. */
@FunctionalInterface
public interface T5FeedForward {

  /** x [B, L, d], normed. */
  Output apply(Pass pass, NDArray x);

  /** Parameters of experts that a token is not sent to. */
  default long idleSize() {
    return 0;
  }

  /**
   * What the layer gives.
   *
   * @param y [B, L, d]
   * @param sparse what happened in a sparse layer; null for a dense one
   */
  record Output(NDArray y, SparseState sparse) {}

  /** Makes the layer of each block of a stack. */
  @FunctionalInterface
  interface Maker {

    /**
     * @param name of the half block, {@code encoder.block.0.layer.1} for example
     * @param block from 0
     */
    T5FeedForward make(Parameters parameters, String name, int block);
  }
}
