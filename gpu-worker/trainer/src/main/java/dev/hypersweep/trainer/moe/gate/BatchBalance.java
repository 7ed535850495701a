package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * The balance loss of the Switch Transformer as its paper has it (Fedus et al. 2022, equations 4 to
 * 6): N sum over experts of f P over all rows of the batch, for each layer by itself; summed over
 * the layers. f is the share of rows sent to an expert, P its mean probability.
 *
 * @param weight 0.01 in the paper
 */
public record BatchBalance(double weight) implements RouterObjective {

  @Override
  public List<AuxiliaryLoss> of(Pass pass, List<Routing> stack) {
    NDArray sum =
        stack.stream().map(routing -> layer(pass, routing)).reduce(NDArray::add).orElseThrow();
    return List.of(new AuxiliaryLoss(AuxiliaryLoss.BALANCE, sum, weight));
  }

  /** The loss of one layer, not weighted: 1 if rows and probability are spread evenly. */
  static NDArray layer(Pass pass, Routing routing) {
    Sequences whole = Sequences.one(routing.selection().tokens());
    NDArray f = SequenceShares.selected(pass, routing, whole); // [1, N]
    NDArray p = SequenceShares.probability(pass, routing, whole); // [1, N]
    return pass.operations().scale(p.mul(f).sum(), routing.experts());
  }
}
