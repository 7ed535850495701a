package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.hypersweep.trainer.nn.Pass;

/**
 * The noisy top-k gate of Shazeer et al. 2017 (section 2.1), equations 3 to 5: H(x) = x W_g + eps *
 * sigma, sigma = softplus(x W_noise) + floor, eps standard normal when training and 0 otherwise;
 * the k greatest of H(x) are kept.
 */
public final class NoisyTopKGate implements Gate {

  /** What the authors' code adds to the softplus. */
  public static final double STANDARD_FLOOR = 0.01;

  private final GateMatrix gate;
  private final GateMatrix noise;
  private final Noise draws;
  private final int k;
  private final double floor;
  private final GateScale scale;

  /**
   * @param gate W_g
   * @param noise W_noise
   * @param floor least deviation of the noise
   * @param scale RENORMALISED is Shazeer's; PROBABILITY is ours by default, since renormalised over
   *     k = 1 the weight would be 1 and the task would teach the gate nothing
   */
  public NoisyTopKGate(
      GateMatrix gate, GateMatrix noise, int k, double floor, GateScale scale, Noise draws) {
    this.gate = gate;
    this.noise = noise;
    this.draws = draws;
    this.k = k;
    this.floor = floor;
    this.scale = scale;
  }

  @Override
  public Routing route(Pass pass, NDArray x, Sequences sequences) {
    if (!pass.isTraining()) {
      return TopK.of(pass, x, gate.apply(pass, x), k, scale, sequences);
    }
    NDArray clean = gate.apply(pass, x); // [n, N]
    NDArray deviation = deviation(pass, x);
    NDArray logits = clean.add(draws.like(pass, clean).mul(deviation)); // [n, N]
    NDList top = logits.topK(Math.min(k + 1, experts()), -1, true, true);
    NoisyLogits noisy = new NoisyLogits(clean, deviation, logits, top.get(0));
    return TopK.of(pass, x, logits, top.get(1).get(":, :" + k), scale, sequences, noisy);
  }

  /** Standard deviation of the noise: x [n, d] -> [n, N]. */
  public NDArray deviation(Pass pass, NDArray x) {
    NDArray positive = pass.operations().softplus(noise.apply(pass, x));
    return floor == 0 ? positive : pass.operations().shift(positive, floor);
  }

  @Override
  public int experts() {
    return gate.experts();
  }

  @Override
  public int k() {
    return k;
  }
}
