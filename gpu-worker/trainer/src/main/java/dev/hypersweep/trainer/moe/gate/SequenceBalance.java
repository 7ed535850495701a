package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * The expert-level balance loss of DeepSeekMoE (Dai et al. 2024, equations 12 to 14): sum_i f_i P_i
 * per sequence, mean over sequences, summed over the layers. f_i = N / (k L) times the tokens of
 * the sequence that selected i, a constant for the gradient; P_i is the mean probability.
 *
 * @param weight alpha
 * @param perSequence whether a sequence is balanced by itself, or the batch as if it were one
 */
public record SequenceBalance(double weight, boolean perSequence) implements RouterObjective {

  @Override
  public List<AuxiliaryLoss> of(Pass pass, List<Routing> stack) {
    NDArray sum =
        stack.stream().map(routing -> layer(pass, routing)).reduce(NDArray::add).orElseThrow();
    return List.of(new AuxiliaryLoss(AuxiliaryLoss.BALANCE, sum, weight));
  }

  /** The loss of one layer, not weighted. */
  public NDArray layer(Pass pass, Routing routing) {
    NDArray f = frequencies(pass, routing);
    return probabilities(pass, routing).mul(f).sum(new int[] {1}).mean();
  }

  /** f [B, N], or [1, N] for the batch as one. */
  public NDArray frequencies(Pass pass, Routing routing) {
    NDArray shares = SequenceShares.selected(pass, routing, sequences(routing)); // sum over i is 1
    return pass.operations().scale(shares, routing.experts());
  }

  /** P [B, N], or [1, N] for the batch as one. */
  public NDArray probabilities(Pass pass, Routing routing) {
    return SequenceShares.probability(pass, routing, sequences(routing));
  }

  private Sequences sequences(Routing routing) {
    return perSequence ? routing.sequences() : Sequences.one(routing.selection().tokens());
  }
}
