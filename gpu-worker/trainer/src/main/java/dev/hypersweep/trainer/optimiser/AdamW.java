package dev.hypersweep.trainer.optimiser;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Operations;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Map;

/**
 * AdamW (Loshchilov and Hutter 2019) as torch.optim.AdamW computes it:
 *
 * <pre>
 *   w -= rate * decay * w
 *   m += (1 - beta1) (g - m)          v = beta2 v + (1 - beta2) g^2
 *   w -= rate / (1 - beta1^s) * m / (sqrt(v) / sqrt(1 - beta2^s) + epsilon)
 * </pre>
 */
public final class AdamW implements Optimiser {

  private final Operations operations;
  private final Moments moments;
  private final NDArray[] values;
  private final NDArray[] decayed;
  private final Betas betas;
  private final Decay decay;

  public AdamW(Session session, Weights weights, Betas betas, Decay decay) {
    this.operations = session.operations();
    this.moments = new Moments(weights);
    this.values = weights.values(weights.parameters());
    this.decayed = decay.values(weights);
    this.betas = betas;
    this.decay = decay;
  }

  @Override
  public void step(NDArray[] gradients, double rate, long step) {
    operations.multiply(decayed, 1 - rate * decay.factor());
    operations.adam(
        values,
        gradients,
        moments.first(),
        moments.second(),
        betas.first(),
        betas.second(),
        betas.rootCorrection(step),
        betas.epsilon(),
        rate / betas.firstCorrection(step));
  }

  @Override
  public Map<String, NDArray> state() {
    return moments.byName();
  }
}
