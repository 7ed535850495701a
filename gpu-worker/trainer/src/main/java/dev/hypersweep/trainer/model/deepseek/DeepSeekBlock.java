package dev.hypersweep.trainer.model.deepseek;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.model.CompanionMaker;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.RmsNorm;

/** x + attention(norm(x)), then x + feedForward(norm(x)). */
final class DeepSeekBlock {

  private final RmsNorm attentionNorm;
  private final DeepSeekAttention attention;
  private final RmsNorm feedForwardNorm;
  private final SwiGlu dense;
  private final SparseLayer sparse;

  /**
   * What a block gives.
   *
   * @param x [B, L, d]
   * @param present keys and values of all positions so far
   * @param routing null in a dense block
   */
  record Output(NDArray x, KeysValues present, Routing routing) {}

  DeepSeekBlock(
      Parameters parameters, int layer, DeepSeekConfiguration c, CompanionMaker companions) {
    String name = "model.layers." + layer;
    attentionNorm = new RmsNorm(parameters, name + ".input_layernorm", c.width(), c.epsilon());
    attention = new DeepSeekAttention(parameters, name + ".self_attn", c);
    feedForwardNorm =
        new RmsNorm(parameters, name + ".post_attention_layernorm", c.width(), c.epsilon());
    dense = c.isSparse(layer) ? null : new SwiGlu(parameters, name + ".mlp", c);
    sparse =
        c.isSparse(layer) ? DeepSeekMoe.of(parameters, name + ".mlp", layer, c, companions) : null;
  }

  /** Parameters of experts that a token is not sent to. */
  long idleSize() {
    return sparse == null ? 0 : sparse.idleSize();
  }

  /**
   * @param x [B, L, d]
   * @param past keys and values of the positions before; null: there are none
   * @param mask [B, 1, L, S], added to the scores
   */
  Output apply(Pass pass, NDArray x, RotaryPositions positions, KeysValues past, NDArray mask) {
    NDArray normed = attentionNorm.apply(pass, x);
    KeysValues own = attention.keysValues(pass, normed, positions);
    KeysValues present = past == null ? own : past.followedBy(own);
    x = x.add(attention.apply(pass, normed, positions, present, mask));
    normed = feedForwardNorm.apply(pass, x);
    if (sparse == null) {
      return new Output(x.add(dense.apply(pass, normed)), present, null);
    }
    Shape shape = x.getShape();
    Sequences sequences = Sequences.padded((int) shape.get(0), (int) shape.get(1));
    SparseLayer.Output out =
        sparse.apply(pass, normed.reshape(new Shape(-1, shape.get(2))), sequences);
    return new Output(x.add(out.y().reshape(shape)), present, out.routing());
  }
}
