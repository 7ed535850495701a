package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.tensor.Operations;

/**
 * The load balancing losses of Shazeer et al. 2017 (section 4, appendix A): the squared
 * coefficients of variation of importance and of load over the experts.
 */
final class Balance {

  private final Operations operations;

  Balance(Operations operations) {
    this.operations = operations;
  }

  /**
   * CV^2 of what the gate gives to each expert: probabilities [n, N], selected [n, k] -> scalar.
   */
  NDArray importance(NDArray probabilities, NDArray selected) {
    int experts = (int) probabilities.getShape().get(1);
    NDArray chosen =
        selected.oneHot(experts, probabilities.getDataType()).sum(new int[] {1}); // [n, N]
    return operations.squaredVariation(probabilities.mul(chosen).sum(new int[] {0}));
  }

  /**
   * CV^2 of the expected number of tokens of each expert.
   *
   * @param clean logits without noise [n, N]
   * @param logits with noise [n, N]
   * @param deviation of the noise [n, N]
   * @param top the k + 1 greatest logits [n, k + 1] in falling order
   * @return a scalar
   */
  NDArray load(NDArray clean, NDArray logits, NDArray deviation, NDArray top) {
    NDArray stays = staysSelected(clean, logits, deviation, top); // [n, N]
    return operations.squaredVariation(stays.sum(new int[] {0}));
  }

  /** Probability that an expert is selected when its own noise is drawn again: [n, N]. */
  NDArray staysSelected(NDArray clean, NDArray logits, NDArray deviation, NDArray top) {
    long k = top.getShape().get(1) - 1;
    NDArray toEnter = top.get(":, " + (k - 1) + ":" + k); // [n, 1]
    NDArray toStay = top.get(":, " + k + ":" + (k + 1)); // [n, 1]
    NDArray threshold = operations.where(logits.gt(toStay), toStay, toEnter); // [n, N]
    return operations.normalCdf(clean.sub(threshold).div(deviation));
  }
}
