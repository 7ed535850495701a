package dev.hypersweep.trainer.model.gpt2;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.nn.LayerNorm;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** A pre-LN block: x + attention(norm(x)), then x + feedForward(norm(x)). */
final class Gpt2Block {

  private final LayerNorm attentionNorm;
  private final Gpt2Attention attention;
  private final LayerNorm feedForwardNorm;
  private final Gpt2FeedForward feedForward;

  Gpt2Block(Parameters parameters, String name, int layer, Gpt2Configuration c) {
    attentionNorm = new LayerNorm(parameters, name + ".ln_1", c.width(), c.epsilon());
    attention = new Gpt2Attention(parameters, name + ".attn", layer, c);
    feedForwardNorm = new LayerNorm(parameters, name + ".ln_2", c.width(), c.epsilon());
    feedForward = new Gpt2FeedForward(parameters, name + ".mlp", c);
  }

  /** x [B, T, d] -> [B, T, d]; see {@link Gpt2Attention#apply}. */
  Gpt2Attention.Output apply(Pass pass, NDArray x, NDArray mask, KeysValues past) {
    Gpt2Attention.Output mixed = attention.apply(pass, attentionNorm.apply(pass, x), mask, past);
    x = x.add(mixed.y());
    x = x.add(feedForward.apply(pass, feedForwardNorm.apply(pass, x)));
    return new Gpt2Attention.Output(x, mixed.present());
  }
}
