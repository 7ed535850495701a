package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What a stack gives.
 *
 * @param states [B, L, d] each: the embeddings, the output of every block but the last, and the
 *     normed output of the last
 */
public record StackOutput(List<NDArray> states) {

  /** The normed output of the last block, [B, L, d]. */
  public NDArray last() {
    return states.get(states.size() - 1);
  }
}
