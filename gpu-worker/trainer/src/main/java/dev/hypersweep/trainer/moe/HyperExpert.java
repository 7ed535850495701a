package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;

/**
 * Generated bottlenecks HyperE(x) = W_up^T relu(W_down^T x + b_down) + b_up, one per set of
 * selected experts. Added to the experts' output unscaled.
 *
 * @param down [S, d, b]
 * @param downBias [S, b]
 * @param up [S, b, d]
 * @param upBias [S, d]
 */
public record HyperExpert(NDArray down, NDArray downBias, NDArray up, NDArray upBias) {

  /** Applies to each token x [n, d] the HyperExpert of its set -> [n, d]. */
  NDArray apply(Pass pass, NDArray x, SelectedSets sets) {
    Grouping grouping = Grouping.by(sets.ofToken(), sets.sets().size());
    NDArray sorted = pass.operations().rows(x, pass.manager().create(grouping.order()));
    NDArray y =
        pass.operations()
            .groupedBottleneck(sorted, grouping.sizes(), down, downBias, up, upBias); // [n, d]
    return pass.operations().rows(y, pass.manager().create(grouping.places()));
  }
}
