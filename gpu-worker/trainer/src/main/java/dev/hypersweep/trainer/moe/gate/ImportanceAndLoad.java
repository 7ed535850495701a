package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * The balance loss of Shazeer et al. 2017: CV^2(importance) + CV^2(load), summed over the layers.
 *
 * @param weight 0.01 in the authors' code
 */
public record ImportanceAndLoad(double weight) implements RouterObjective {

  @Override
  public List<AuxiliaryLoss> of(Pass pass, List<Routing> stack) {
    NDArray sum =
        stack.stream().map(routing -> layer(pass, routing)).reduce(NDArray::add).orElseThrow();
    return List.of(new AuxiliaryLoss(AuxiliaryLoss.BALANCE, sum, weight));
  }

  /** The loss of one layer, not weighted. */
  public static NDArray layer(Pass pass, Routing routing) {
    NDArray importance = Evenness.squaredVariation(pass, Evenness.importance(pass, routing));
    NDArray load = Evenness.squaredVariation(pass, Evenness.load(pass, routing));
    return importance.add(load);
  }
}
