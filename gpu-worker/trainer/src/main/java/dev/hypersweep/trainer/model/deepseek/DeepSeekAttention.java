package dev.hypersweep.trainer.model.deepseek;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.model.KeysValues;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** Causal self-attention with rotary positions; neighbouring queries may share keys and values. */
final class DeepSeekAttention {

  private final DeepSeekConfiguration configuration;
  private final Linear q;
  private final Linear k;
  private final Linear v;
  private final Linear o;

  DeepSeekAttention(Parameters parameters, String name, DeepSeekConfiguration c) {
    int shared = c.keyValueHeads() * c.headWidth();
    configuration = c;
    q = projection(parameters, name + ".q_proj", c.width(), c);
    k = projection(parameters, name + ".k_proj", shared, c);
    v = projection(parameters, name + ".v_proj", shared, c);
    o = projection(parameters, name + ".o_proj", c.width(), c);
  }

  private static Linear projection(
      Parameters parameters, String name, int out, DeepSeekConfiguration c) {
    Initialiser initialiser = Initialiser.normal(c.deviation());
    return new Linear(
        parameters, name, c.width(), out, initialiser, c.biased(), Linear.Layout.OUT_IN);
  }

  /** Keys, turned, and values of x [B, L, d]. */
  KeysValues keysValues(Pass pass, NDArray x, RotaryPositions positions) {
    NDArray keys = turned(pass, k.apply(pass, x), positions, configuration.keyValueHeads());
    return new KeysValues(keys, v.apply(pass, x));
  }

  /**
   * x [B, L, d] -> [B, L, d].
   *
   * @param source keys and values that are attended to, S positions
   * @param mask [B, 1, L, S], added to the scores
   */
  NDArray apply(Pass pass, NDArray x, RotaryPositions positions, KeysValues source, NDArray mask) {
    int heads = configuration.heads();
    NDArray mixed =
        pass.sequences()
            .attention(
                turned(pass, q.apply(pass, x), positions, heads),
                source.keys(),
                source.values(),
                mask,
                heads,
                1 / Math.sqrt(configuration.headWidth()),
                pass.dropping(configuration.dropout()));
    return o.apply(pass, mixed);
  }

  private static NDArray turned(Pass pass, NDArray x, RotaryPositions positions, int heads) {
    return pass.sequences().rotary(x, positions.cosine(), positions.sine(), heads);
  }
}
