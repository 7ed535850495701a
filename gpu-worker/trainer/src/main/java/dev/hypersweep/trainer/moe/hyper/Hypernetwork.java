package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Linear.Layout;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/**
 * From a selection embedding p and a layer embedding e_l to the weights of a HyperExpert: h =
 * relu(W_1 [p ; e_l] + c_1), and a linear head on h for each generated tensor. One of these may
 * serve all layers, a stack, or a single layer.
 */
public final class Hypernetwork {

  private final Sizes sizes;
  private final Linear hidden;
  private final Linear down;
  private final Linear up;
  private final Linear downBias;
  private final Linear upBias;

  /**
   * @param selectionEmbedding width of p
   * @param layerEmbedding width of e_l
   * @param hidden width of h
   * @param width d
   * @param bottleneck b
   * @param hyperExpertBiases whether biases are generated
   * @param headBiases whether the heads have biases themselves
   */
  public record Sizes(
      int selectionEmbedding,
      int layerEmbedding,
      int hidden,
      int width,
      int bottleneck,
      boolean hyperExpertBiases,
      boolean headBiases) {}

  /** Names of the linear layers without {@code .weight}; those of biases are unused without. */
  public record Names(String hidden, String down, String up, String downBias, String upBias) {

    /**
     * {@code <prefix>.hidden}, {@code .down}, {@code .up}, {@code .down_bias}, {@code .up_bias}.
     */
    public static Names of(String prefix) {
      return new Names(
          prefix + ".hidden",
          prefix + ".down",
          prefix + ".up",
          prefix + ".down_bias",
          prefix + ".up_bias");
    }

    /**
     * As in the authors' checkpoints, {@code transformer.param_gen} for example being the prefix.
     */
    public static Names official(String prefix) {
      String decoder = prefix + ".decoder.";
      return new Names(
          decoder + "linear1",
          decoder + "weight_down",
          decoder + "weight_up",
          decoder + "bias_down",
          decoder + "bias_up");
    }
  }

  public Hypernetwork(Parameters parameters, Names names, Sizes sizes, HeadStart start) {
    this.sizes = sizes;
    int d = sizes.width();
    int b = sizes.bottleneck();
    int in = sizes.selectionEmbedding() + sizes.layerEmbedding();
    hidden = start.hidden(parameters, names.hidden(), in, sizes.hidden());
    down = head(parameters, names.down(), d * b, start.weight(sizes.hidden(), d));
    up = head(parameters, names.up(), b * d, start.weight(sizes.hidden(), b));
    boolean biased = sizes.hyperExpertBiases();
    Initialiser bias = start.weight(sizes.hidden(), 1);
    downBias = biased ? head(parameters, names.downBias(), b, bias) : null;
    upBias = biased ? head(parameters, names.upBias(), d, bias) : null;
  }

  private Linear head(Parameters parameters, String name, int out, Initialiser initialiser) {
    return new Linear(
        parameters, name, sizes.hidden(), out, initialiser, sizes.headBiases(), Layout.OUT_IN);
  }

  /** p [S, p], e_l [1, e] -> h [S, h]. */
  public NDArray hidden(Pass pass, NDArray p, NDArray layer) {
    NDArray e = layer.broadcast(new Shape(p.getShape().get(0), layer.getShape().get(1)));
    return pass.operations().relu(hidden.apply(pass, p.concat(e, 1)));
  }

  /** h [S, h] -> S HyperExperts. */
  public HyperExpert generate(Pass pass, NDArray h) {
    long sets = h.getShape().get(0);
    long d = sizes.width();
    long b = sizes.bottleneck();
    return new HyperExpert(
        down.apply(pass, h).reshape(new Shape(sets, d, b)),
        downBias == null ? null : downBias.apply(pass, h),
        up.apply(pass, h).reshape(new Shape(sets, b, d)),
        upBias == null ? null : upBias.apply(pass, h));
  }

  /**
   * The HyperExpert of each token applied to it without making its matrices: they are linear in h,
   * so that x W_down = sum over j of h_j (x A_j). Exact; memory n b h instead of 2 n d b.
   *
   * @param x [n, d]
   * @param h [n, h]
   * @return [n, d]
   */
  public NDArray applyFactored(Pass pass, NDArray x, NDArray h) {
    NDArray[] biases =
        downBias == null
            ? new NDArray[0]
            : new NDArray[] {downBias.apply(pass, h), upBias.apply(pass, h)};
    NDArray factors = h;
    if (sizes.headBiases()) { // a constant factor brings the heads' own biases in
      factors = h.concat(pass.manager().ones(new Shape(h.getShape().get(0), 1), pass.type()), 1);
    }
    return pass.sparseOperations()
        .factoredBottleneck(
            x, factors, head(pass, down), head(pass, up), sizes.bottleneck(), biases);
  }

  private static NDArray head(Pass pass, Linear head) {
    NDArray weight = pass.get(head.weight());
    return head.bias() == null
        ? weight
        : weight.concat(pass.get(head.bias()).reshape(new Shape(-1, 1)), 1);
  }

  /** Its sizes. */
  public Sizes sizes() {
    return sizes;
  }
}
