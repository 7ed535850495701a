package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.expert.Grouping;
import dev.hypersweep.trainer.nn.Pass;

/**
 * Generated bottlenecks HyperE(x) = W_up^T relu(W_down^T x + b_down) + b_up, one per set of
 * selected experts or per token. Added to the experts' output unscaled.
 *
 * @param down [S, d, b]
 * @param downBias [S, b]; null without biases
 * @param up [S, b, d]
 * @param upBias [S, d]; null without biases
 */
public record HyperExpert(NDArray down, NDArray downBias, NDArray up, NDArray upBias) {

  NDArray[] biases() {
    return downBias == null ? new NDArray[0] : new NDArray[] {downBias, upBias};
  }

  /** Rows in groups, group g with the HyperExpert of set g: x [n, d] -> [n, d]. */
  NDArray ofGroups(Pass pass, NDArray x, long[] sizes) {
    return pass.sparseOperations().groupedBottleneck(x, sizes, down, up, biases());
  }

  /** Each token with the HyperExpert of its set: x [n, d], sets [n] -> [n, d]. */
  NDArray ofSets(Pass pass, NDArray x, int[] sets) {
    Grouping grouping = Grouping.by(sets, (int) down.getShape().get(0));
    NDArray sorted = pass.operations().rows(x, pass.manager().create(grouping.order()));
    NDArray y = ofGroups(pass, sorted, grouping.sizes());
    return pass.operations().rows(y, pass.manager().create(grouping.places()));
  }

  /** Token i with HyperExpert i: x [n, d] -> [n, d]. */
  NDArray ofTokens(Pass pass, NDArray x) {
    return pass.sparseOperations().ownBottleneck(x, down, up, biases());
  }
}
