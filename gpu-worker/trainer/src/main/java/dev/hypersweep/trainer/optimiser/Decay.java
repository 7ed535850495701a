package dev.hypersweep.trainer.optimiser;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Weights;
import java.util.List;

/**
 * Decoupled weight decay (Loshchilov and Hutter 2019): w -= rate * factor * w.
 *
 * @param factor 0 for none
 * @param everywhere whether biases, norms and embedding tables decay too, or only the matrices that
 *     multiply activations
 */
public record Decay(double factor, boolean everywhere) {

  /** The parameters to which it applies. */
  List<Parameter> parameters(Weights weights) {
    return weights.parameters().stream().filter(this::applies).toList();
  }

  boolean applies(Parameter parameter) {
    return factor > 0 && (everywhere || parameter.decayed());
  }

  /** The values of {@link #parameters}. */
  NDArray[] values(Weights weights) {
    return weights.values(parameters(weights));
  }
}
