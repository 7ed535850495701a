package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.RmsNorm;

/** The feed-forward half of a block, x + feedForward(norm(x)). */
final class FeedForwardHalf {

  private final RmsNorm norm;
  private final T5FeedForward layer;
  private final double dropout;

  FeedForwardHalf(Parameters parameters, String name, T5Configuration c, T5FeedForward layer) {
    this.norm = new RmsNorm(parameters, name + ".layer_norm", c.width(), c.epsilon());
    this.layer = layer;
    this.dropout = c.dropout();
  }

  /** x [B, L, d] -> [B, L, d]. */
  NDArray apply(Pass pass, NDArray x, StackRecord record) {
    T5FeedForward.Output out = layer.apply(pass, norm.apply(pass, x));
    record.layer(out);
    return x.add(pass.dropout(out.y(), dropout));
  }

  /** Parameters of the layer's experts that a token is not sent to. */
  long idleSize() {
    return layer.idleSize();
  }
}
