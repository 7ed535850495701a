package dev.hypersweep.trainer.optimiser;

import ai.djl.ndarray.NDArray;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** Running means of the gradients and of their squares, one of each per parameter, from zero. */
final class Moments {

  private final Weights weights;
  private final NDArray[] first;
  private final NDArray[] second;

  Moments(Weights weights) {
    this.weights = weights;
    this.first = zeros(weights);
    this.second = zeros(weights);
  }

  static NDArray[] zeros(Weights weights) {
    return weights.parameters().stream()
        .map(parameter -> weights.value(parameter).zerosLike())
        .toArray(NDArray[]::new);
  }

  /** Means of the gradients, in the order of the parameters. */
  NDArray[] first() {
    return first;
  }

  /** Means of their squares. */
  NDArray[] second() {
    return second;
  }

  Map<String, NDArray> byName() {
    Map<String, NDArray> byName = new LinkedHashMap<>();
    for (Parameter parameter : weights.parameters()) {
      byName.put("first_moment." + parameter.name(), first[parameter.index()]);
      byName.put("second_moment." + parameter.name(), second[parameter.index()]);
    }
    return byName;
  }
}
