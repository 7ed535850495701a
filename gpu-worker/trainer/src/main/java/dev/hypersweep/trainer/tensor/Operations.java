package dev.hypersweep.trainer.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The operations that models are made of, differentiable where autograd records. A result belongs
 * to the manager of the first tensor; shapes are row-major, n counts tokens, d is the model width.
 */
public final class Operations implements AutoCloseable {

  private final Script script;
  private final Rounding rounding;

  Operations(Script script, Precision precision) {
    this.script = script;
    this.rounding = new Rounding(script, precision);
  }

  /** x W^T + b: x [n, in], weight [out, in], bias [out] or null -> [n, out]. */
  public NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return rounding.out(exactLinear(rounding.in(x), rounding.in(weight), rounding.in(bias)));
  }

  /** The same, never rounded: gates choose by it. */
  public NDArray exactLinear(NDArray x, NDArray weight, NDArray bias) {
    return JniUtils.linear((PtNDArray) x, (PtNDArray) weight, (PtNDArray) bias);
  }

  /** Layer normalisation over the last axis (Ba et al. 2016): x [n, d] -> [n, d]. */
  public NDArray layerNorm(NDArray x, NDArray gain, NDArray bias, double epsilon) {
    Shape width = gain.getShape();
    return JniUtils.layerNorm((PtNDArray) x, width, (PtNDArray) gain, (PtNDArray) bias, epsilon);
  }

  /** x / sqrt(mean(x^2) + epsilon) * gain over the last axis: x [n, d] -> [n, d]. */
  public NDArray rmsNorm(NDArray x, NDArray gain, double epsilon) {
    return script.tensor("rms_norm", x, gain, epsilon);
  }

  /** x Phi(x), the erf form (Hendrycks and Gimpel 2016). */
  public NDArray gelu(NDArray x) {
    return JniUtils.gelu((PtNDArray) x);
  }

  /** x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))), the tanh form of GELU. */
  public NDArray geluTanh(NDArray x) {
    return script.tensor("gelu_tanh", x);
  }

  /** x sigmoid(x). */
  public NDArray silu(NDArray x) {
    return script.tensor("silu", x);
  }

  /** max(x, 0). */
  public NDArray relu(NDArray x) {
    return JniUtils.relu((PtNDArray) x);
  }

  /** log(1 + e^x). */
  public NDArray softplus(NDArray x) {
    return JniUtils.softPlus((PtNDArray) x);
  }

  /** Zeroes each value with that probability and scales the rest, so that the mean stays. */
  public NDArray dropout(NDArray x, double probability) {
    return JniUtils.dropout((PtNDArray) x, (float) probability, true);
  }

  /**
   * x times a number. Never {@link NDArray#mul(Number)} where autograd records: DJL keeps the
   * number in a buffer of Java's that may be freed before the backward pass reads it.
   */
  public NDArray scale(NDArray x, double factor) {
    return script.tensor("scale", x, factor);
  }

  /** x plus a number. */
  public NDArray shift(NDArray x, double term) {
    return script.tensor("shift", x, term);
  }

  /** Phi(x), the distribution function of the standard normal distribution. */
  public NDArray normalCdf(NDArray x) {
    return script.tensor("normal_cdf", x);
  }

  /** CV^2 (v) = Var(v) / mean(v)^2 with the unbiased variance: [N] -> scalar. */
  public NDArray squaredVariation(NDArray v) {
    return script.tensor("squared_variation", v);
  }

  /** Elements of {@code yes} where the condition holds, else of {@code no}; all broadcast. */
  public NDArray where(NDArray condition, NDArray yes, NDArray no) {
    return JniUtils.where((PtNDArray) condition, (PtNDArray) yes, (PtNDArray) no);
  }

  /** Rows of a table: indices [m], table [V, d] -> [m, d]. */
  public NDArray embedding(NDArray indices, NDArray table) {
    return JniUtils.embedding((PtNDArray) indices, (PtNDArray) table, false);
  }

  /** Rows of x, each at most once: x [n, d], rows [m] -> [m, d]. */
  public NDArray rows(NDArray x, NDArray rows) {
    return script.tensor("rows", x, rows);
  }

  /**
   * Multi-head scaled dot-product attention (Vaswani et al. 2017, 3.2) among the tokens of each
   * example; padding neither attends nor is attended to.
   *
   * @param qkv [n, 3 d], valid tokens only
   * @param slots [n], rising: the place b L + l of each token in the padded batch
   * @param mask [B, 1, 1, L], true where a token is
   * @param dropout probability with which a weight is dropped, 0 for none
   * @return [n, d]
   */
  public NDArray attention(NDArray qkv, NDArray slots, NDArray mask, int heads, double dropout) {
    Shape shape = mask.getShape();
    long width = qkv.getShape().get(1) / 3 / heads;
    return rounding.out(
        script.tensor(
            "attention",
            rounding.in(qkv),
            slots,
            mask,
            shape.get(0),
            shape.get(3),
            (long) heads,
            width,
            dropout));
  }

  /**
   * W2 gelu(W1 x + b1) + b2 in one call, so that nothing between lives longer than it must.
   *
   * @param x [n, d]
   * @param inner W1 [f, d]
   * @param innerBias b1 [f]
   * @param outer W2 [d, f]
   * @param outerBias b2 [d]
   * @return [n, d]
   */
  public NDArray feedForward(
      NDArray x, NDArray inner, NDArray innerBias, NDArray outer, NDArray outerBias) {
    NDArray in = rounding.in(x);
    return rounding.out(
        script.tensor(
            "feed_forward",
            in,
            rounding.in(inner),
            rounding.in(innerBias),
            rounding.in(outer),
            rounding.in(outerBias),
            Fusion.isPossible(in)));
  }

  /** Scaled sums of rows by segment: x [n, d], segments [n], scale [B, 1] -> [B, d]. */
  public NDArray pool(NDArray x, NDArray segments, NDArray scale) {
    return script.tensor("pool", x, segments, scale);
  }

  /** Mean cross-entropy in nats: logits [B, C], classes [B] -> scalar. */
  public NDArray crossEntropy(NDArray logits, NDArray classes) {
    return crossEntropy(logits, classes, 0);
  }

  /**
   * The same with smoothed labels (Szegedy et al. 2016): (1 - s) times the cross-entropy plus s
   * times the mean of -log p over all classes. Rows of class -100 do not count.
   *
   * @param smoothing s, 0 to 1
   */
  public NDArray crossEntropy(NDArray logits, NDArray classes, double smoothing) {
    return script.tensor("cross_entropy", logits, classes, smoothing);
  }

  /** Scales gradients in place to a global norm of at most {@code limit} (0: not); the norm. */
  public NDArray clip(NDArray[] gradients, double limit) {
    PtNDManager manager = (PtNDManager) gradients[0].getManager();
    return script.tensor(manager, "clip", Script.list(gradients), limit);
  }

  /** Multiplies tensors in place by a number. */
  public void multiply(NDArray[] tensors, double factor) {
    if (tensors.length > 0 && factor != 1) {
      script.run("multiply", Script.list(tensors), factor);
    }
  }

  /** Adds tensors in place, one to one. */
  public void add(NDArray[] tensors, NDArray[] terms) {
    script.run("add", Script.list(tensors), Script.list(terms));
  }

  /**
   * One step of AdamW in place by torch's fused kernel; see package {@code optimiser} for the
   * formula.
   *
   * @param decay of all these weights, 0 for none
   * @param step from 1
   */
  public void adamw(
      NDArray[] weights,
      NDArray[] gradients,
      NDArray[] firstMoments,
      NDArray[] secondMoments,
      long step,
      double rate,
      double beta1,
      double beta2,
      double decay,
      double epsilon) {
    script.run(
        "adamw",
        Script.list(weights),
        Script.list(gradients),
        Script.list(firstMoments),
        Script.list(secondMoments),
        step,
        rate,
        beta1,
        beta2,
        decay,
        epsilon);
  }

  /** One step of Adam in place; see package {@code optimiser} for the formulas. */
  public void adam(
      NDArray[] weights,
      NDArray[] gradients,
      NDArray[] firstMoments,
      NDArray[] secondMoments,
      double beta1,
      double beta2,
      double rootCorrection,
      double epsilon,
      double stepSize) {
    script.run(
        weights[0].getDevice().isGpu() ? "adam" : "adam_by_tensor",
        Script.list(weights),
        Script.list(gradients),
        Script.list(firstMoments),
        Script.list(secondMoments),
        1 - beta1,
        beta2,
        1 - beta2,
        rootCorrection,
        epsilon,
        -stepSize);
  }

  /**
   * One step of Adafactor in place for parameters that are all factored or all whole.
   *
   * @param rows second moments by row, or whole ones
   * @param columns second moments by column; empty for whole ones
   * @param first running means of the updates; empty if there are none
   */
  public void adafactor(
      boolean factored,
      NDArray[] weights,
      NDArray[] gradients,
      NDArray[] rows,
      NDArray[] columns,
      NDArray[] first,
      double rate,
      boolean scaled,
      double beta1,
      double beta2,
      double decay) {
    script.run(
        "adafactor",
        factored,
        Script.list(weights),
        Script.list(gradients),
        Script.list(rows),
        Script.list(columns),
        Script.list(first),
        rate,
        scaled,
        beta1,
        1 - beta1,
        beta2,
        1 - beta2,
        -decay);
  }

  /** Casts around products, for the other groups of operations. */
  Rounding rounding() {
    return rounding;
  }

  @Override
  public void close() {
    script.close();
  }
}
