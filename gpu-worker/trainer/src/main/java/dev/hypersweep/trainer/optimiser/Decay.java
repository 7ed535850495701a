package dev.hypersweep.trainer.optimiser;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Weights;
import java.util.List;

/**
 * Decoupled weight decay (Loshchilov and Hutter 2019): w -= rate * factor * w.
 *
 * @param factor 0 for none
 * @param scope what decays
 */
public record Decay(double factor, Scope scope) {

  /** What decays. */
  public enum Scope {
    /** Matrices that multiply activations. */
    MATRICES,
    /** These and embedding tables: what has two axes or more. */
    TABLES,
    /** Biases and norms too. */
    ALL
  }

  /** Of everything, or of matrices only. */
  public Decay(double factor, boolean everywhere) {
    this(factor, everywhere ? Scope.ALL : Scope.MATRICES);
  }

  /** The parameters to which it applies. */
  List<Parameter> parameters(Weights weights) {
    return weights.parameters().stream().filter(this::applies).toList();
  }

  boolean applies(Parameter parameter) {
    return factor > 0
        && switch (scope) {
          case MATRICES -> parameter.decayed();
          case TABLES -> parameter.decayed() || parameter.shape().dimension() > 1;
          case ALL -> true;
        };
  }

  /** The values of {@link #parameters}. */
  NDArray[] values(Weights weights) {
    return weights.values(parameters(weights));
  }
}
