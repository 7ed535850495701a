package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.expert.Dispatch;

/** What stands beside the experts of a sparse layer; its output is added to theirs. */
@FunctionalInterface
public interface Companion {

  /** The output for each token of the dispatch's routing: -> [n, d]. */
  NDArray apply(Dispatch dispatch);

  /** Parameters that belong to one expert alone: a token that is not sent to it meets none. */
  default long sizePerExpert() {
    return 0;
  }

  /**
   * Adds it to the experts' weighted outputs.
   *
   * @param outputs [n k, d] by expert
   * @return the layer's output [n, d] by token
   */
  default NDArray join(Dispatch dispatch, NDArray outputs) {
    return dispatch.combine(outputs).add(apply(dispatch));
  }
}
