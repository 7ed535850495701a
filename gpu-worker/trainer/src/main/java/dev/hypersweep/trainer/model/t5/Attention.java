package dev.hypersweep.trainer.model.t5;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.RmsNorm;

/**
 * The attention half of a block, x + attention(norm(x)): four projections without bias and scores
 * without scale; the scale is in the queries' initial values.
 */
final class Attention {

  private static final double UNSCALED = 1;

  private final RmsNorm norm;
  private final Linear q;
  private final Linear k;
  private final Linear v;
  private final Linear o;
  private final int heads;
  private final double dropout;

  /**
   * @param layer name of the half, {@code encoder.block.0.layer.0} for example
   * @param kind {@code SelfAttention} or {@code EncDecAttention}
   */
  Attention(Parameters parameters, String layer, String kind, T5Configuration c) {
    String name = layer + "." + kind;
    int width = c.width();
    int inner = c.attentionWidth();
    q = projection(parameters, name + ".q", width, inner, c.deviation(width * c.headWidth()));
    k = projection(parameters, name + ".k", width, inner, c.deviation(width));
    v = projection(parameters, name + ".v", width, inner, c.deviation(width));
    o = projection(parameters, name + ".o", inner, width, c.deviation(inner));
    norm = new RmsNorm(parameters, layer + ".layer_norm", width, c.epsilon());
    heads = c.heads();
    dropout = c.dropout();
  }

  private static Linear projection(
      Parameters parameters, String name, int in, int out, double deviation) {
    return new Linear(
        parameters, name, in, out, Initialiser.normal(deviation), false, Linear.Layout.OUT_IN);
  }

  /** What the block reads: x [B, L, d], normed. */
  NDArray normed(Pass pass, NDArray x) {
    return norm.apply(pass, x);
  }

  /** Keys and values of {@code source} [B, S, d]. */
  KeysValues keysValues(Pass pass, NDArray source) {
    return new KeysValues(k.apply(pass, source), v.apply(pass, source));
  }

  /**
   * x + attention.
   *
   * @param x [B, L, d]
   * @param normed of x, [B, L, d]
   * @param source keys and values that are attended to
   * @param bias added to the scores, broadcasts to [B, h, L, S]
   */
  NDArray apply(Pass pass, NDArray x, NDArray normed, KeysValues source, NDArray bias) {
    NDArray mixed =
        pass.sequences()
            .attention(
                q.apply(pass, normed),
                source.keys(),
                source.values(),
                bias,
                heads,
                UNSCALED,
                pass.dropping(dropout));
    return x.add(pass.dropout(o.apply(pass, mixed), dropout));
  }
}
