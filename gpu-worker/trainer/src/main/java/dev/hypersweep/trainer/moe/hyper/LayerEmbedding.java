package dev.hypersweep.trainer.moe.hyper;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;

/** Tells a shared hypernetwork for which layer it works. */
@FunctionalInterface
public interface LayerEmbedding {

  /** e_l: [1, e]. */
  NDArray vector(Pass pass);

  /** A parameter of the layer's own, [e]. */
  static LayerEmbedding own(Parameters parameters, String name, int width, double deviation) {
    Parameter vector = parameters.free(name, Initialiser.normal(deviation), width);
    return pass -> pass.get(vector).reshape(1, width);
  }
}
