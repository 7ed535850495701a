package dev.hypersweep.trainer.model.gpt2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.model.FeedForwardLayer;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.gate.Sequences;
import dev.hypersweep.trainer.nn.LayerNorm;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** A pre-LN block: x + attention(norm(x)), then x + feedForward(norm(x)). */
final class Gpt2Block {

  private final LayerNorm attentionNorm;
  private final Gpt2Attention attention;
  private final LayerNorm feedForwardNorm;
  private final FeedForwardLayer feedForward;
  private final double dropout;

  /**
   * What a block gives.
   *
   * @param x [B, T, d]
   * @param present keys and values of all tokens so far
   * @param half what its second half gave [B T, d]; padding is routed too
   */
  record Output(NDArray x, KeysValues present, SparseLayer.Output half) {}

  Gpt2Block(
      Parameters parameters, String name, int block, Gpt2Configuration c, Gpt2FeedForwards halves) {
    attentionNorm = new LayerNorm(parameters, name + ".ln_1", c.width(), c.epsilon());
    attention = new Gpt2Attention(parameters, name + ".attn", block, c);
    feedForwardNorm = new LayerNorm(parameters, name + ".ln_2", c.width(), c.epsilon());
    feedForward = halves.of(parameters, name + ".mlp", block);
    dropout = c.dropout();
  }

  /** x [B, T, d]; see {@link Gpt2Attention#apply}. */
  Output apply(Pass pass, NDArray x, NDArray mask, KeysValues past) {
    Gpt2Attention.Output mixed = attention.apply(pass, attentionNorm.apply(pass, x), mask, past);
    x = x.add(mixed.y());
    Shape shape = x.getShape();
    SparseLayer.Output half =
        feedForward.apply(
            pass,
            feedForwardNorm.apply(pass, x).reshape(new Shape(-1, shape.get(2))), // [B T, d]
            Sequences.padded((int) shape.get(0), (int) shape.get(1)));
    NDArray y = pass.dropout(half.y(), dropout).reshape(shape);
    return new Output(x.add(y), mixed.present(), half);
  }
}
