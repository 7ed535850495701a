package dev.hypersweep.trainer.optimiser;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Operations;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Map;

/**
 * The older AdamW of Hugging Face transformers ({@code adamw_hf}), with which the paper's authors
 * trained. It differs from {@link AdamW} in two places: epsilon is added to the root before its
 * bias is corrected, and decay comes after the step.
 *
 * <pre>
 *   m = beta1 m + (1 - beta1) g       v = beta2 v + (1 - beta2) g^2
 *   w -= rate sqrt(1 - beta2^s) / (1 - beta1^s) * m / (sqrt(v) + epsilon)
 *   w -= rate * decay * w
 * </pre>
 */
public final class TransformersAdamW implements Optimiser {

  private final Operations operations;
  private final Moments moments;
  private final NDArray[] values;
  private final NDArray[] decayed;
  private final Betas betas;
  private final Decay decay;

  public TransformersAdamW(Session session, Weights weights, Betas betas, Decay decay) {
    this.operations = session.operations();
    this.moments = new Moments(weights);
    this.values = weights.values(weights.parameters());
    this.decayed = decay.values(weights);
    this.betas = betas;
    this.decay = decay;
  }

  @Override
  public void step(NDArray[] gradients, double rate, long step) {
    operations.adam(
        values,
        gradients,
        moments.first(),
        moments.second(),
        betas.first(),
        betas.second(),
        1,
        betas.epsilon(),
        rate * betas.rootCorrection(step) / betas.firstCorrection(step));
    operations.multiply(decayed, 1 - rate * decay.factor());
  }

  @Override
  public Map<String, NDArray> state() {
    return moments.byName();
  }
}
