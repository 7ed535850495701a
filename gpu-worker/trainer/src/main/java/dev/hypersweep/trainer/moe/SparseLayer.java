package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;

/** A mixture of experts in the place of a feed-forward network: gate, experts, and a companion. */
public final class SparseLayer {

  private final NoisyTopKGate gate;
  private final Experts experts;
  private final Companion companion;

  /** The layer's output [n, d] and its balance loss, null when not training. */
  public record Output(NDArray y, NDArray balance) {}

  /**
   * @param companion may be null: a plain mixture of experts
   */
  public SparseLayer(NoisyTopKGate gate, Experts experts, Companion companion) {
    this.gate = gate;
    this.experts = experts;
    this.companion = companion;
  }

  /** x [n, d], valid tokens only. */
  public Output apply(Pass pass, NDArray x) {
    Routing routing = gate.route(pass, x);
    NDArray y = experts.apply(pass, x, routing);
    if (companion != null) {
      y = y.add(companion.apply(pass, x, routing));
    }
    return new Output(y, routing.balance());
  }
}
