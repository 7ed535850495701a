package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.gate.Routing;
import java.util.List;

/**
 * What a stack gives.
 *
 * @param states [B, L, d] each: the embeddings, the output of every block but the last, and the
 *     normed output of the last
 * @param sparse what happened in each sparse layer, in their order
 */
public record StackOutput(List<NDArray> states, List<SparseState> sparse) {

  /** The normed output of the last block, [B, L, d]. */
  public NDArray last() {
    return states.get(states.size() - 1);
  }

  /** The routings of the sparse layers. */
  public List<Routing> routings() {
    return sparse.stream().map(SparseState::routing).toList();
  }
}
