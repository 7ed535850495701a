package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Embedding;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;

/**
 * What a token lacks: the embeddings of the experts that were not selected, put together and passed
 * through a two-layer network, p = W_b relu(W_a s + c_a) + c_b. Expert embeddings are a learned
 * table per layer.
 */
public final class SelectionEmbedding {

  private static final double EXPERT_DEVIATION = 1.0;

  /** How the embeddings of the unselected experts are put together. */
  public enum Aggregation {
    MEAN,
    SUM
  }

  private final Embedding experts;
  private final Linear a;
  private final Linear b;
  private final int count;
  private final Aggregation aggregation;

  public SelectionEmbedding(
      Parameters parameters, String name, int experts, int t, int width, Aggregation aggregation) {
    this.experts = new Embedding(parameters, name + ".experts", experts, t, EXPERT_DEVIATION);
    this.a = new Linear(parameters, name + ".a", t, width);
    this.b = new Linear(parameters, name + ".b", width, width);
    this.count = experts;
    this.aggregation = aggregation;
  }

  /** Sets of selected experts [S][k] -> p [S, width]. */
  NDArray apply(Pass pass, List<int[]> sets) {
    NDArray table = pass.get(experts.table()); // [N, t]
    NDArray unselected = unselected(pass.manager(), sets).toType(table.getDataType(), false);
    NDArray s = unselected.matMul(table); // [S, t]
    return b.apply(pass, pass.operations().relu(a.apply(pass, s)));
  }

  /** [S, N]: the weight of each expert that a set leaves out, 0 for those in it. */
  private NDArray unselected(NDManager manager, List<int[]> sets) {
    float[] weights = new float[sets.size() * count];
    for (int s = 0; s < sets.size(); s++) {
      int left = Math.max(1, count - sets.get(s).length); // none left out: s = 0, not 0 / 0
      float weight = aggregation == Aggregation.MEAN ? 1f / left : 1f;
      for (int e = 0; e < count; e++) {
        weights[s * count + e] = weight;
      }
      for (int e : sets.get(s)) {
        weights[s * count + e] = 0;
      }
    }
    return manager.create(weights, new Shape(sets.size(), count));
  }
}
