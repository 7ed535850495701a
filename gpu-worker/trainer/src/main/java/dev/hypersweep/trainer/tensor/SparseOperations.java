package dev.hypersweep.trainer.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * The operations of sparse layers, differentiable where autograd records. A result belongs to the
 * manager of the first tensor. Groups are consecutive rows, {@code sizes[g]} of them, zeros
 * allowed. N counts experts, d is the model width, b a bottleneck's inner width.
 */
public final class SparseOperations implements AutoCloseable {

  /** Numbers of the activations that grouped networks know. */
  public static final long GELU = 0;

  public static final long GELU_TANH = 1;
  public static final long RELU = 2;
  public static final long SILU = 3;
  public static final long TANH = 4;

  private final Script script;
  private final Rounding rounding;

  SparseOperations(Script script, Rounding rounding) {
    this.script = script;
    this.rounding = rounding;
  }

  /**
   * A network W2 f(W1 x + b1) + b2 per group; groups beyond the networks pass as they are.
   *
   * @param x [m, d]
   * @param inner W1 [f, d] per network, or [d, f] if transposed
   * @param innerBiases b1 [f] per network, or none
   * @param outer W2 [d, f] per network, or [f, d] if transposed
   * @param outerBiases b2 [d] per network, or none
   * @param activation number of f
   * @param dropout probability after f, 0 for none
   * @return [m, d]
   */
  public NDArray groupedMlp(
      NDArray x,
      long[] sizes,
      NDArray[] inner,
      NDArray[] innerBiases,
      NDArray[] outer,
      NDArray[] outerBiases,
      long activation,
      boolean transposed,
      double dropout) {
    NDArray in = rounding.in(x);
    boolean fused =
        activation == GELU && !transposed && innerBiases.length > 0 && Fusion.isPossible(in);
    return rounding.out(
        script.tensor(
            "grouped_mlp",
            in,
            sizes,
            Script.list(rounding.in(inner)),
            Script.list(rounding.in(innerBiases)),
            Script.list(rounding.in(outer)),
            Script.list(rounding.in(outerBiases)),
            activation,
            transposed,
            dropout,
            fused));
  }

  /**
   * A network W3 (f(W1 x) * (W2 x)) per group; groups beyond the networks pass as they are.
   *
   * @param x [m, d]
   * @param gates W1 [f, d] per network, or [d, f] if transposed
   * @param inner W2, as W1
   * @param outer W3 [d, f] per network, or [f, d] if transposed
   * @param activation number of f
   * @param dropout probability before W3, 0 for none
   * @return [m, d]
   */
  public NDArray groupedGated(
      NDArray x,
      long[] sizes,
      NDArray[] gates,
      NDArray[] inner,
      NDArray[] outer,
      long activation,
      boolean transposed,
      double dropout) {
    return rounding.out(
        script.tensor(
            "grouped_gated",
            rounding.in(x),
            sizes,
            Script.list(rounding.in(gates)),
            Script.list(rounding.in(inner)),
            Script.list(rounding.in(outer)),
            activation,
            transposed,
            dropout));
  }

  /**
   * A bottleneck relu(x D + c) U + e per group.
   *
   * @param x [m, d]
   * @param down D [G, d, b]
   * @param up U [G, b, d]
   * @param biases none, or c [G, b] and e [G, d]
   * @return [m, d]
   */
  public NDArray groupedBottleneck(
      NDArray x, long[] sizes, NDArray down, NDArray up, NDArray... biases) {
    return rounding.out(
        script.tensor(
            "grouped_bottleneck",
            rounding.in(x),
            sizes,
            rounding.in(down),
            rounding.in(up),
            Script.list(rounding.in(biases))));
  }

  /**
   * A bottleneck of its own for each row.
   *
   * @param x [n, d]
   * @param down D [n, d, b]
   * @param up U [n, b, d]
   * @param biases none, or c [n, b] and e [n, d]
   * @return [n, d]
   */
  public NDArray ownBottleneck(NDArray x, NDArray down, NDArray up, NDArray... biases) {
    return rounding.out(
        script.tensor(
            "own_bottleneck",
            rounding.in(x),
            rounding.in(down),
            rounding.in(up),
            Script.list(rounding.in(biases))));
  }

  /**
   * The same where row i's D = heads h_i and U = heads h_i are linear in h_i, without making them:
   * memory n b e instead of 2 n d b.
   *
   * @param x [n, d]
   * @param h [n, e]
   * @param down head of D [d b, e]
   * @param up head of U [b d, e]
   * @param biases none, or c [n, b] and e [n, d]
   * @return [n, d]
   */
  public NDArray factoredBottleneck(
      NDArray x, NDArray h, NDArray down, NDArray up, long bottleneck, NDArray... biases) {
    return rounding.out(
        script.tensor(
            "factored_bottleneck",
            rounding.in(x),
            rounding.in(h),
            rounding.in(down),
            rounding.in(up),
            Script.list(rounding.in(biases)),
            bottleneck));
  }

  /** Softmax among the true places of each row, one or more: logits, mask [n, N] -> [n, N]. */
  public NDArray maskedSoftmax(NDArray logits, NDArray mask) {
    return script.tensor("masked_softmax", logits, mask);
  }

  /** Means of consecutive rows: x [n, c] in segments of these lengths -> [B, c]. */
  public NDArray segmentMeans(NDArray x, long[] lengths) {
    return script.tensor("segment_means", x, lengths);
  }

  /** Each row k times, in an order: x [n, d], order [n k] of 0 .. n k - 1 -> [n k, d]. */
  public NDArray assignments(NDArray x, NDArray order, long k) {
    return script.tensor("assignments", x, order, k);
  }

  /** Mean over rows of logsumexp squared: logits [n, N] -> scalar. */
  public NDArray routerZ(NDArray logits) {
    return script.tensor("router_z", logits);
  }

  /** Mean over rows of the entropy in nats: p [n, N] -> scalar. */
  public NDArray entropy(NDArray p) {
    return script.tensor("entropy", p);
  }

  /** Values at the places of each row: values [n, N], index [n, k] -> [n, k]. */
  public NDArray pick(NDArray values, NDArray index) {
    return script.tensor("pick", values, index);
  }

  /** The inverse, zeros elsewhere: weights [n, k], index [n, k] -> [n, N]. */
  public NDArray spread(NDArray weights, NDArray index, long experts) {
    return script.tensor("spread", weights, index, experts);
  }

  /**
   * Depthwise separable convolution of matrices over f, its step being its kernel's length; then
   * GELU and the mean over places.
   *
   * @param matrices N of [f, d], or [d, f] if wide
   * @param detached whether no gradient goes into the matrices
   * @param kernel [places, d]
   * @param pointwise [t, d]
   * @param bias [t]
   * @return [N, t]
   */
  public NDArray convolved(
      NDArray[] matrices,
      boolean wide,
      boolean detached,
      NDArray kernel,
      NDArray pointwise,
      NDArray bias) {
    return script.tensor(
        manager(matrices),
        "convolved",
        Script.list(matrices),
        wide,
        detached,
        kernel,
        pointwise,
        bias);
  }

  /**
   * left W right of each matrix, without gradient.
   *
   * @param matrices N of [f, d], or [d, f] if wide
   * @param left [p, f]
   * @param right [d, q]
   * @return [N, p q]
   */
  public NDArray projected(NDArray[] matrices, boolean wide, NDArray left, NDArray right) {
    return script.tensor(manager(matrices), "projected", Script.list(matrices), wide, left, right);
  }

  /** Inner products of N matrices of one shape, without gradient: -> [N, N]. */
  public NDArray products(NDArray[] matrices) {
    return script.tensor(manager(matrices), "products", new Object[] {Script.list(matrices)});
  }

  /** Each row over its root mean square; a row of zeros stays: x [N, t] -> [N, t]. */
  public NDArray unitRows(NDArray x) {
    return script.tensor("unit_rows", x);
  }

  /**
   * Scores of N vectors on their min(t, N - 1) greatest principal components, scaled to a root mean
   * square of one and filled up with zeros: inner products [N, N] -> [N, t].
   */
  public NDArray principalScores(NDArray products, long t) {
    return script.tensor("principal_scores", products, t);
  }

  private static PtNDManager manager(NDArray[] tensors) {
    return (PtNDManager) tensors[0].getManager();
  }

  @Override
  public void close() {
    script.close();
  }
}
