package dev.hypersweep.trainer.model.gpt2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** Causal multi-head self-attention: [B, T, d] -> [B, T, d]. */
final class Gpt2Attention {

  private final Linear qkv;
  private final Linear out;
  private final Gpt2Configuration configuration;
  private final double scale;

  /** The mixed states, and the keys and values of everything up to the last token. */
  record Output(NDArray y, KeysValues present) {}

  Gpt2Attention(Parameters parameters, String name, int layer, Gpt2Configuration c) {
    int d = c.width();
    qkv = new Linear(parameters, name + ".c_attn", d, 3 * d, c.initialiser(), true, Layout.IN_OUT);
    out =
        new Linear(
            parameters, name + ".c_proj", d, d, c.residualInitialiser(), true, Layout.IN_OUT);
    configuration = c;
    scale = c.scale(layer);
  }

  /**
   * @param mask added to the scores, broadcasts to [B, h, T, S]
   * @param past keys and values of the S - T tokens before; null if there are none
   */
  Output apply(Pass pass, NDArray x, NDArray mask, KeysValues past) {
    NDList parts = qkv.apply(pass, x).split(3, 2); // q, k, v [B, T, d]
    KeysValues own = new KeysValues(parts.get(1), parts.get(2));
    KeysValues all = past == null ? own : past.followedBy(own);
    NDArray mixed =
        pass.sequences()
            .attention(
                parts.get(0),
                all.keys(),
                all.values(),
                mask,
                configuration.heads(),
                scale,
                pass.dropping(configuration.attentionDropout()));
    return new Output(pass.dropout(out.apply(pass, mixed), configuration.dropout()), all);
  }
}
