package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;

/**
 * Where a gate sends each token.
 *
 * @param input what experts and companions see [n, d]: the gate's input, jittered if the gate does
 *     so
 * @param logits what the selection was made from [n, N]
 * @param probabilities softmax of the logits [n, N]
 * @param selected expert numbers [n, k], the most probable first
 * @param weights G(x)_i of equation 1 for each selected expert [n, k]
 * @param selection the selected experts on the host
 * @param sequences how the rows make sequences
 * @param noisy what a noisy gate's load is estimated from; null without noise
 */
public record Routing(
    NDArray input,
    NDArray logits,
    NDArray probabilities,
    NDArray selected,
    NDArray weights,
    Selection selection,
    Sequences sequences,
    NoisyLogits noisy) {

  /** N. */
  public int experts() {
    return selection.count();
  }

  /** Experts per token. */
  public int k() {
    return selection.k();
  }
}
