package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;

/**
 * Multi-head self-attention (Vaswani et al. 2017, 3.2.2) on the valid tokens of a batch: [n, d] ->
 * [n, d].
 */
public final class SelfAttention {

  private final Linear qkv;
  private final Linear out;
  private final int heads;
  private final double dropout;

  /**
   * @param dropout probability with which an attention weight is dropped
   */
  public SelfAttention(Parameters parameters, String name, int width, int heads, double dropout) {
    this.qkv = new Linear(parameters, name + ".qkv", width, 3 * width);
    this.out = new Linear(parameters, name + ".out", width, width);
    this.heads = heads;
    this.dropout = dropout;
  }

  /**
   * @param slots [n], the place of each token in the padded batch
   * @param mask [B, 1, 1, L], true where a token is
   */
  public NDArray apply(Pass pass, NDArray x, NDArray slots, NDArray mask) {
    NDArray mixed =
        pass.operations()
            .attention(qkv.apply(pass, x), slots, mask, heads, pass.dropping(dropout)); // [n, d]
    return out.apply(pass, mixed);
  }
}
