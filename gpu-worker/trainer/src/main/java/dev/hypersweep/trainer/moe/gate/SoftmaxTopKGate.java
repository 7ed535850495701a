package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;

/**
 * The gate of DeepSeekMoE (Dai et al. 2024, equations 3 to 5): the k greatest softmax scores, no
 * noise. In the 16B model the scores are not renormalised ({@link GateScale#PROBABILITY}).
 */
public final class SoftmaxTopKGate implements Gate {

  private final GateMatrix gate;
  private final int k;
  private final GateScale scale;

  public SoftmaxTopKGate(GateMatrix gate, int k, GateScale scale) {
    this.gate = gate;
    this.k = k;
    this.scale = scale;
  }

  @Override
  public Routing route(Pass pass, NDArray x, Sequences sequences) {
    return TopK.of(pass, x, gate.apply(pass, x), k, scale, sequences);
  }

  @Override
  public int experts() {
    return gate.experts();
  }

  @Override
  public int k() {
    return k;
  }
}
