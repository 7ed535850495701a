package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.tensor.Operations;

/**
 * The load balancing losses of Shazeer et al. 2017 (section 4, appendix A): the squared
 * coefficients of variation of importance and of load over the experts.
 */
final class Balance {

  // Numbers are float: a double beside a scalar tensor would make float64 of it.
  private static final float EPSILON = 1e-10f;
  private static final float ROOT_HALF = (float) Math.sqrt(0.5);

  private Balance() {}

  /**
   * CV^2(importance) + CV^2(load).
   *
   * @param probabilities [n, N]
   * @param selected [n, k], expert numbers
   * @param clean logits without noise [n, N]
   * @param logits with noise [n, N]
   * @param deviation of the noise [n, N]
   * @param top the k + 1 greatest logits [n, k + 1] in falling order; only k of them if k = N
   * @return a scalar
   */
  static NDArray loss(
      NDArray probabilities,
      NDArray selected,
      NDArray clean,
      NDArray logits,
      NDArray deviation,
      NDArray top) {
    long k = selected.getShape().get(1);
    long experts = clean.getShape().get(1);
    NDArray gates = probabilities.mul(selection(selected, experts, probabilities)); // [n, N]
    NDArray importance = squaredVariation(gates.sum(new int[] {0}));
    if (k == experts) {
      return importance; // every expert has every token: the load is even
    }
    NDArray load = load(clean, logits, deviation, top, k).sum(new int[] {0}); // [N]
    return importance.add(squaredVariation(load));
  }

  /** 1 where an expert is selected: [n, k] -> [n, N]. */
  private static NDArray selection(NDArray selected, long experts, NDArray like) {
    return selected
        .oneHot((int) experts, like.getDataType())
        .sum(new int[] {1}); // [n, k, N] -> [n, N]
  }

  /** Probability that an expert stays selected when its own noise is drawn again: [n, N]. */
  static NDArray load(NDArray clean, NDArray logits, NDArray deviation, NDArray top, long k) {
    NDArray toEnter = top.get(":, " + (k - 1) + ":" + k); // [n, 1]
    NDArray toStay = top.get(":, " + k + ":" + (k + 1)); // [n, 1]
    NDArray threshold = Operations.where(logits.gt(toStay), toStay, toEnter); // [n, N]
    return normalCdf(clean.sub(threshold).div(deviation));
  }

  private static NDArray normalCdf(NDArray x) {
    return x.mul(ROOT_HALF).erf().add(1).mul(0.5f);
  }

  /** Var(v) / mean(v)^2 with the unbiased variance: [N] -> scalar. */
  static NDArray squaredVariation(NDArray v) {
    NDArray mean = v.mean();
    NDArray variance = v.sub(mean).square().sum().div(v.size() - 1);
    return variance.div(mean.square().add(EPSILON));
  }
}
