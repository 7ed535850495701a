package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;

/**
 * Where the gate sends each token.
 *
 * @param experts [n][k]: numbers of the selected experts, the most probable first
 * @param probabilities [n, N] over all experts
 * @param balance the layer's load balancing loss, a scalar; null when not training
 */
public record Routing(int[][] experts, NDArray probabilities, NDArray balance) {

  /** Reads the selection [n, k] to the host: dispatch needs the counts there. */
  static Routing of(NDArray selected, NDArray probabilities, NDArray balance) {
    int tokens = (int) selected.getShape().get(0);
    int k = (int) selected.getShape().get(1);
    long[] numbers = selected.toLongArray();
    int[][] experts = new int[tokens][k];
    for (int i = 0; i < numbers.length; i++) {
      experts[i / k][i % k] = (int) numbers[i];
    }
    return new Routing(experts, probabilities, balance);
  }

  int tokens() {
    return experts.length;
  }

  int k() {
    return experts[0].length;
  }
}
