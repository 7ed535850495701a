package dev.hypersweep.trainer.tensor;

import ai.djl.ndarray.NDArray;

/**
 * Operations of models that read and write sequences in padded form: B sequences of L positions, h
 * heads of width w. A result belongs to the manager of the first tensor.
 */
public final class SequenceOperations implements AutoCloseable {

  private final Script script;
  private final Rounding rounding;

  SequenceOperations(Script script, Rounding rounding) {
    this.script = script;
    this.rounding = rounding;
  }

  /**
   * Multi-head dot-product attention (Vaswani et al. 2017, 3.2) with a term added to the scores.
   *
   * @param q [B, L, h w]
   * @param k [B, S, g w], where g divides h: h / g neighbouring heads share one key
   * @param v [B, S, g w]
   * @param bias added to the scaled scores, broadcasts to [B, h, L, S]; the lowest number of its
   *     type hides a position
   * @param scale of the scores
   * @param dropout probability at the attention weights
   * @return [B, L, h w]
   */
  public NDArray attention(
      NDArray q, NDArray k, NDArray v, NDArray bias, int heads, double scale, double dropout) {
    long width = q.getShape().get(2) / heads;
    return rounding.out(
        script.tensor(
            "attention",
            rounding.in(q),
            rounding.in(k),
            rounding.in(v),
            bias,
            (long) heads,
            width,
            scale,
            dropout));
  }

  /**
   * Rotates pairs of each head's numbers by an angle that grows with the position (Su et al. 2021);
   * number i is paired with number i + w / 2.
   *
   * @param x [B, L, h w]
   * @param cosine [B, L, w] or [1, L, w]
   * @param sine as {@code cosine}
   * @return [B, L, h w]
   */
  public NDArray rotary(NDArray x, NDArray cosine, NDArray sine, int heads) {
    return script.tensor("rotary", x, cosine, sine, (long) heads);
  }

  /**
   * The bucket of each distance for relative position embeddings (Raffel et al. 2020, 2.1): a
   * bucket for each small distance, then ever wider ones on a logarithmic scale. Computed in
   * float32, as the models were trained.
   *
   * @param distances int64, key position minus query position, any shape
   * @param bidirectional half of the buckets for keys after the query, else such keys share one
   * @param buckets in all
   * @param longest from this distance on all share the last bucket
   * @return int64, the shape stays
   */
  public NDArray relativeBuckets(
      NDArray distances, boolean bidirectional, int buckets, int longest) {
    long side = bidirectional ? buckets / 2 : buckets;
    double ratio = Math.log((double) longest / (side / 2));
    return script.tensor("relative_buckets", distances, bidirectional, side, side / 2, ratio);
  }

  /**
   * Mean cross-entropy in nats over the labels that are not -100.
   *
   * @param logits [.., V]
   * @param labels int64 [..]
   * @param smoothing share of the target that is spread evenly over the V classes
   * @return a scalar; NaN if every label is -100
   */
  public NDArray crossEntropy(NDArray logits, NDArray labels, double smoothing) {
    return script.tensor("cross_entropy", logits, labels, smoothing);
  }

  /**
   * Cross-entropy of each label in nats, 0 where a label is -100.
   *
   * @param logits [B, L, V]
   * @param labels int64 [B, L]
   * @return [B, L]
   */
  public NDArray tokenLosses(NDArray logits, NDArray labels) {
    return script.tensor("token_losses", logits, labels);
  }

  @Override
  public void close() {
    script.close();
  }
}
