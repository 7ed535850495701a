package dev.hypersweep.trainer.moe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Embedding;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Linear;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;

/**
 * One network for all layers and all experts: from a selection embedding p and a layer embedding
 * e_l to the weights of a HyperExpert. h = relu(W_1 [p ; e_l] + c_1), and a linear head on h for
 * each of the four generated tensors. The heads begin near zero, so that a HyperExpert does.
 */
public final class Hypernetwork {

  private static final double LAYER_DEVIATION = 1.0;
  private static final double HEAD_SCALE = 1e-3;

  private final Embedding layers;
  private final Linear hidden;
  private final Linear down;
  private final Linear downBias;
  private final Linear up;
  private final Linear upBias;
  private final int width;
  private final int bottleneck;

  /** Sizes of a hypernetwork; the names are those of the settings. */
  public record Sizes(
      int layers,
      int layerEmbedding,
      int selectionEmbedding,
      int hypernetwork,
      int width,
      int bottleneck) {}

  public Hypernetwork(Parameters parameters, String name, Sizes sizes) {
    width = sizes.width();
    bottleneck = sizes.bottleneck();
    int h = sizes.hypernetwork();
    int in = sizes.selectionEmbedding() + sizes.layerEmbedding();
    layers =
        new Embedding(
            parameters, name + ".layers", sizes.layers(), sizes.layerEmbedding(), LAYER_DEVIATION);
    hidden = new Linear(parameters, name + ".hidden", in, h);
    down = head(parameters, name + ".down", h, width * bottleneck, (double) h * width);
    downBias = head(parameters, name + ".down_bias", h, bottleneck, h);
    up = head(parameters, name + ".up", h, bottleneck * width, (double) h * bottleneck);
    upBias = head(parameters, name + ".up_bias", h, width, h);
  }

  private static Linear head(Parameters parameters, String name, int in, int out, double fan) {
    double bound = HEAD_SCALE * Math.sqrt(3 / fan);
    return new Linear(parameters, name, in, out, Initialiser.uniform(bound));
  }

  /** p [S, p] of a layer -> S HyperExperts. */
  public HyperExpert generate(Pass pass, NDArray p, int layer) {
    long sets = p.getShape().get(0);
    long[] rows = new long[(int) sets];
    Arrays.fill(rows, layer);
    NDArray e = layers.apply(pass, pass.manager().create(rows)); // [S, e]
    NDArray h = pass.operations().relu(hidden.apply(pass, p.concat(e, 1))); // [S, h]
    return new HyperExpert(
        down.apply(pass, h).reshape(new Shape(sets, width, bottleneck)),
        downBias.apply(pass, h),
        up.apply(pass, h).reshape(new Shape(sets, bottleneck, width)),
        upBias.apply(pass, h));
  }
}
