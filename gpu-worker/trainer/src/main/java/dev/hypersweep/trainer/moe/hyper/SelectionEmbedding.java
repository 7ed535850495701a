package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Pass;

/**
 * What a token lacks: s, the embeddings of the experts that were not selected put together (section
 * 3 of the paper; which experts and how is configurable).
 */
public final class SelectionEmbedding {

  private final ExpertEmbedding experts;
  private final Conditioning conditioning;
  private final Reduction reduction;

  public SelectionEmbedding(
      ExpertEmbedding experts, Conditioning conditioning, Reduction reduction) {
    this.experts = experts;
    this.conditioning = conditioning;
    this.reduction = reduction;
  }

  /**
   * Whether s depends on nothing but the set of selected experts. It does not with soft weights,
   * unless there is at most one expert to weigh.
   */
  public boolean isBinary(int k, int count) {
    return reduction != Reduction.SOFT || conditioning.size(k, count) <= 1;
  }

  /** s of each set: [S, t]; only where binary. */
  public NDArray ofSets(Pass pass, SelectedSets sets, int count) {
    double[] weights = new double[sets.count() * count];
    int size = conditioning.size(sets.k(), count);
    double weight = reduction == Reduction.SUM ? 1 : 1.0 / Math.max(1, size); // of none, s = 0
    for (int set = 0; set < sets.count(); set++) {
      boolean[] members = conditioning.members(sets.set(set), count);
      for (int e = 0; e < count; e++) {
        weights[set * count + e] = members[e] ? weight : 0;
      }
    }
    return pass.manager()
        .create(weights, new Shape(sets.count(), count))
        .toType(pass.type(), false)
        .matMul(table(pass));
  }

  /** s of each token with soft weights: [n, t]; only where not binary. */
  public NDArray ofTokens(Pass pass, Routing routing) {
    SelectedSets sets = SelectedSets.distinct(routing.selection());
    int count = routing.experts();
    boolean[][] members = new boolean[sets.count()][];
    for (int set = 0; set < members.length; set++) {
      members[set] = conditioning.members(sets.set(set), count);
    }
    boolean[] mask = new boolean[sets.ofToken().length * count];
    for (int token = 0; token < sets.ofToken().length; token++) {
      System.arraycopy(members[sets.ofToken()[token]], 0, mask, token * count, count);
    }
    NDArray allowed = pass.manager().create(mask, routing.logits().getShape());
    return pass.sparseOperations()
        .maskedSoftmax(routing.logits(), allowed) // p_j / sum over C of p_j
        .matMul(table(pass));
  }

  /** Made once where the weights stay as they are. */
  private NDArray table(Pass pass) {
    return pass.derived(this, () -> new NDArray[] {experts.table(pass)})[0];
  }

  /** t. */
  public int width() {
    return experts.width();
  }
}
