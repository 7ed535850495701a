package dev.hypersweep.trainer.moe.gate;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;
import java.util.function.Function;

/**
 * The losses of the Switch Transformer's routers (Fedus et al. 2022, equations 4 to 6; Zoph et al.
 * 2022, equation 5) as Hugging Face computes them: the routers of a stack are joined along the
 * token axis first. balance = N^2 mean over sequences and experts of f P, with f the share of
 * tokens sent to an expert (a dropped token counts as expert 0) and P its mean probability; z =
 * mean of logsumexp(logits)^2.
 *
 * @param balance weight of the balance loss
 * @param z weight of the z loss; 0 leaves it out
 */
public record SwitchObjective(double balance, double z) implements RouterObjective {

  @Override
  public List<AuxiliaryLoss> of(Pass pass, List<Routing> stack) {
    AuxiliaryLoss even = new AuxiliaryLoss(AuxiliaryLoss.BALANCE, balance(pass, stack), balance);
    return z == 0
        ? List.of(even)
        : List.of(even, new AuxiliaryLoss(AuxiliaryLoss.Z, z(pass, stack), z));
  }

  /** The balance loss, not weighted. */
  public static NDArray balance(Pass pass, List<Routing> stack) {
    NDArray f =
        mean(
            pass,
            stack,
            routing ->
                SequenceShares.selectedDroppedAsFirst(pass, routing, routing.sequences())); // [B,N]
    NDArray p =
        mean(
            pass,
            stack,
            routing -> SequenceShares.probability(pass, routing, routing.sequences())); // [B, N]
    int experts = stack.get(0).experts();
    return pass.operations().scale(p.mul(f).sum(new int[] {1}).mean(), experts);
  }

  /** The z loss, not weighted. */
  public static NDArray z(Pass pass, List<Routing> stack) {
    return mean(pass, stack, routing -> pass.sparseOperations().routerZ(routing.logits()));
  }

  /**
   * All routers of a stack have the same rows: the mean over the joined rows is a mean of means.
   */
  private static NDArray mean(Pass pass, List<Routing> stack, Function<Routing, NDArray> ofRouter) {
    NDArray sum = stack.stream().map(ofRouter).reduce(NDArray::add).orElseThrow();
    return stack.size() == 1 ? sum : pass.operations().scale(sum, 1.0 / stack.size());
  }
}
