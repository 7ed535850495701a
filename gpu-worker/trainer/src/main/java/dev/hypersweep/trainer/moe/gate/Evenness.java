package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;

/**
 * Importance and load of Shazeer et al. 2017 (section 4, appendix A), per expert, and their squared
 * coefficients of variation.
 */
public final class Evenness {

  private Evenness() {}

  /** Importance, equation 6: the sum of each expert's gate weights -> [N]. */
  public static NDArray importance(Pass pass, Routing routing) {
    return gates(pass, routing).sum(new int[] {0});
  }

  /** Gate weights G(x), zero for experts not selected -> [n, N]. */
  public static NDArray gates(Pass pass, Routing routing) {
    return pass.sparseOperations()
        .spread(routing.weights(), routing.selected(), routing.experts()); // [n, N]
  }

  /**
   * Load, equation 10: the expected number of tokens of each expert if its own noise were drawn
   * again; without noise, or if every expert is selected, the number of its tokens -> [N].
   */
  public static NDArray load(Pass pass, Routing routing) {
    if (routing.noisy() == null || routing.k() == routing.experts()) {
      return pass.manager()
          .create(routing.selection().load())
          .toType(routing.logits().getDataType(), false);
    }
    return staysSelected(pass, routing.noisy()).sum(new int[] {0});
  }

  /** P(x, i), equation 9: that expert i is selected when its noise is drawn again -> [n, N]. */
  public static NDArray staysSelected(Pass pass, NoisyLogits logits) {
    NDArray margin = logits.clean().sub(threshold(pass, logits));
    return pass.operations().normalCdf(margin.div(logits.deviation()));
  }

  /**
   * The logit that each expert must pass: the (k + 1)-th greatest where it is selected, the k-th
   * greatest where it is not -> [n, N]. Logits are compared with logits.
   */
  public static NDArray threshold(Pass pass, NoisyLogits logits) {
    long k = logits.top().getShape().get(1) - 1;
    NDArray toEnter = logits.top().get(":, " + (k - 1) + ":" + k); // [n, 1]
    NDArray toStay = logits.top().get(":, " + k + ":" + (k + 1)); // [n, 1]
    return pass.operations().where(logits.noisy().gt(toStay), toStay, toEnter);
  }

  /** CV^2, equation 7: unbiased variance over squared mean, [N] -> scalar. */
  public static NDArray squaredVariation(Pass pass, NDArray perExpert) {
    return pass.operations().squaredVariation(perExpert);
  }
}
