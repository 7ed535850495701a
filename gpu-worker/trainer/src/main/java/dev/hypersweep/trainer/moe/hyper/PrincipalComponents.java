package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.moe.expert.Experts;
import dev.hypersweep.trainer.nn.Pass;
import java.util.stream.IntStream;

/**
 * The principal components of the experts' weights: row i holds expert i's scores on the min(t, N -
 * 1) components of greatest variance among the N experts, all its matrices taken together, scaled
 * to a root mean square of one; the remaining columns are zero. The sign of a component is such
 * that its greatest score is positive. Computed from the current weights in every pass, so that a
 * resumed run continues exactly; without gradient; no parameters. Where experts are equal, as right
 * after upcycling, every score is zero.
 */
public final class PrincipalComponents implements ExpertEmbedding {

  private final Experts experts;
  private final int t;

  public PrincipalComponents(Experts experts, int t) {
    this.experts = experts;
    this.t = t;
  }

  @Override
  public NDArray table(Pass pass) {
    NDArray products =
        IntStream.range(0, ExpertWeights.count(experts))
            .mapToObj(m -> pass.sparseOperations().products(ExpertWeights.of(pass, experts, m)))
            .reduce(NDArray::add)
            .orElseThrow(); // [N, N] inner products
    return pass.sparseOperations().principalScores(products, t);
  }

  @Override
  public int width() {
    return t;
  }
}
