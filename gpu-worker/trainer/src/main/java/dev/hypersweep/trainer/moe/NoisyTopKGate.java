package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/**
 * The noisy top-k gate of Shazeer et al. 2017 (section 2.1), with two deliberate choices: a
 * selected expert's output is scaled by its probability over all experts, as in the Switch
 * Transformer, since renormalised over k = 1 it would be 1 and the task would teach the gate
 * nothing; and the load estimate compares logits with logits.
 */
public final class NoisyTopKGate {

  private static final double LEAST_DEVIATION = 0.01;

  private final Parameter gate;
  private final Parameter noise;
  private final int experts;
  private final int k;

  public NoisyTopKGate(Parameters parameters, String name, int width, int experts, int k) {
    this.gate = parameters.matrix(name + ".gate.weight", Initialiser.zeros(), experts, width);
    this.noise = parameters.matrix(name + ".noise.weight", Initialiser.zeros(), experts, width);
    this.experts = experts;
    this.k = k;
  }

  /** Routes tokens: x [n, d]. With noise and a balance loss when training, without otherwise. */
  public Routing route(Pass pass, NDArray x) {
    NDArray clean = pass.operations().linear(x, pass.get(gate), null); // [n, N]
    if (!pass.isTraining()) {
      NDList top = clean.topK(k, -1, true, true);
      return Routing.of(top.get(1), clean.softmax(-1), null);
    }
    NDArray spread = pass.operations().linear(x, pass.get(noise), null);
    NDArray deviation =
        pass.operations().shift(pass.operations().softplus(spread), LEAST_DEVIATION); // [n, N]
    NDArray logits = clean.add(pass.noiseLike(clean).mul(deviation)); // [n, N]
    NDList top = logits.topK(Math.min(k + 1, experts), -1, true, true);
    NDArray selected = top.get(1).get(":, :" + k); // [n, k]
    NDArray probabilities = logits.softmax(-1); // [n, N]
    Balance balance = new Balance(pass.operations());
    NDArray loss = balance.importance(probabilities, selected);
    if (k < experts) { // else every expert has every token: the load is even
      loss = loss.add(balance.load(clean, logits, deviation, top.get(0)));
    }
    return Routing.of(selected, probabilities, loss);
  }
}
