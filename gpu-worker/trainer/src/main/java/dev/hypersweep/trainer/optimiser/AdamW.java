package dev.hypersweep.trainer.optimiser;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Operations;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * AdamW (Loshchilov and Hutter 2019) as torch.optim.AdamW computes it, by its fused kernel:
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
  private final Betas betas;
  private final Group decayed;
  private final Group others;

  public AdamW(Session session, Weights weights, Betas betas, Decay decay) {
    this.operations = session.operations();
    this.moments = new Moments(weights);
    this.betas = betas;
    this.decayed = group(weights, decay::applies, decay.factor());
    this.others = group(weights, parameter -> !decay.applies(parameter), 0);
  }

  /** Weights of one decay, with their moments. */
  private record Group(
      List<Parameter> parameters,
      NDArray[] values,
      NDArray[] first,
      NDArray[] second,
      double decay) {

    NDArray[] own(NDArray[] all) {
      return pick(parameters, all);
    }
  }

  private Group group(Weights weights, Predicate<Parameter> member, double decay) {
    List<Parameter> some = weights.parameters().stream().filter(member).toList();
    NDArray[] first = pick(some, moments.first());
    return new Group(some, weights.values(some), first, pick(some, moments.second()), decay);
  }

  private static NDArray[] pick(List<Parameter> some, NDArray[] all) {
    return some.stream().map(parameter -> all[parameter.index()]).toArray(NDArray[]::new);
  }

  @Override
  public void step(NDArray[] gradients, double rate, long step) {
    step(decayed, gradients, rate, step);
    step(others, gradients, rate, step);
  }

  private void step(Group group, NDArray[] gradients, double rate, long step) {
    if (!group.parameters().isEmpty()) {
      operations.adamw(
          group.values(),
          group.own(gradients),
          group.first(),
          group.second(),
          step,
          rate,
          betas.first(),
          betas.second(),
          group.decay(),
          betas.epsilon());
    }
  }

  @Override
  public Map<String, NDArray> state() {
    return moments.byName();
  }
}
