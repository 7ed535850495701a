package dev.hypersweep.trainer.train;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Operations;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;

/**
 * AdamW (Loshchilov and Hutter 2019) as torch.optim.AdamW computes it, with beta 0.9 and 0.999 and
 * epsilon 1e-8:
 *
 * <pre>
 *   w -= rate * decay * w
 *   m += (1 - beta1) (g - m)          v = beta2 v + (1 - beta2) g^2
 *   w -= rate / (1 - beta1^s) * m / (sqrt(v) / sqrt(1 - beta2^s) + epsilon)
 * </pre>
 *
 * Biases, norms and embedding tables are not decayed.
 */
public final class AdamW {

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Operations operations;
  private final Weights weights;
  private final double decay;
  private final NDArray[] first;
  private final NDArray[] second;

  public AdamW(Session session, Weights weights, double decay) {
    this.operations = session.operations();
    this.weights = weights;
    this.decay = decay;
    this.first = zeros(weights);
    this.second = zeros(weights);
  }

  private static NDArray[] zeros(Weights weights) {
    return weights.parameters().stream()
        .map(parameter -> weights.value(parameter).zerosLike())
        .toArray(NDArray[]::new);
  }

  /**
   * Updates every weight in place.
   *
   * @param gradients in the order of the parameters
   * @param rate learning rate
   * @param step from 1
   */
  public void step(NDArray[] gradients, double rate, long step) {
    update(gradients, true, rate, step);
    update(gradients, false, rate, step);
  }

  private void update(NDArray[] gradients, boolean decayed, double rate, long step) {
    List<Parameter> some =
        weights.parameters().stream().filter(parameter -> parameter.decayed() == decayed).toList();
    operations.adamw(
        weights.values(some),
        pick(gradients, some),
        pick(first, some),
        pick(second, some),
        decayed ? 1 - rate * decay : 1,
        BETA1,
        BETA2,
        Math.sqrt(1 - StrictMath.pow(BETA2, step)),
        EPSILON,
        rate / (1 - StrictMath.pow(BETA1, step)));
  }

  private static NDArray[] pick(NDArray[] all, List<Parameter> some) {
    return some.stream().map(parameter -> all[parameter.index()]).toArray(NDArray[]::new);
  }

  /** m of a parameter; part of a checkpoint. */
  public NDArray firstMoment(Parameter parameter) {
    return first[parameter.index()];
  }

  /** v of a parameter; part of a checkpoint. */
  public NDArray secondMoment(Parameter parameter) {
    return second[parameter.index()];
  }
}
