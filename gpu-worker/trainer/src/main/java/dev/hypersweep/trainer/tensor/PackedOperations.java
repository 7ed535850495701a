package dev.hypersweep.trainer.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Operations on packed examples: the n tokens of B examples behind one another, padded to L only
 * where they meet. A result belongs to the manager of the first tensor.
 */
public final class PackedOperations implements AutoCloseable {

  private final Script script;

  PackedOperations(Script script) {
    this.script = script;
  }

  /**
   * Multi-head scaled dot-product attention (Vaswani et al. 2017, 3.2) among the tokens of each
   * example.
   *
   * @param q [n, h w]
   * @param k [n, h w]
   * @param v [n, h w]
   * @param slots [n], the place b L + l of each token in the padded batch
   * @param mask [B, 1, 1, L], added to the scores
   * @param dropout probability at the attention weights
   * @return [n, h w]
   */
  public NDArray attention(
      NDArray q, NDArray k, NDArray v, NDArray slots, NDArray mask, int heads, double dropout) {
    Shape shape = mask.getShape();
    long width = q.getShape().get(1) / heads;
    return script.tensor(
        "attention",
        q,
        k,
        v,
        slots,
        mask,
        shape.get(0),
        shape.get(3),
        (long) heads,
        width,
        dropout);
  }

  /**
   * Rows of a table, of which one gets no gradient.
   *
   * @param table [V, d]
   * @param indices [n]
   * @param frozen number of the row that does not learn
   * @return [n, d]
   */
  public NDArray embedding(NDArray table, NDArray indices, long frozen) {
    return script.tensor("embedding", table, indices, frozen);
  }

  @Override
  public void close() {
    script.close();
  }
}
