package dev.hypersweep.trainer.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.nn.Initialiser;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Arrays;
import java.util.Map;

/** Weights and inputs of a case as leaves of a pass: the gradients of both can be asked for. */
final class Leaves {

  private Leaves() {}

  /** Enters an input as if it were a parameter. */
  static Parameter input(Parameters parameters, String name, StoredTensor tensor) {
    return parameters.free(name, Initialiser.zeros(), tensor.shape());
  }

  /**
   * The values, from the case's tensors of the same names.
   *
   * @throws IllegalArgumentException naming a tensor that is missing, or has another shape
   */
  static Weights of(
      Session session, Parameters parameters, Map<String, StoredTensor> tensors, DataType type) {
    return new Weights(
        parameters, parameter -> value(session, parameter, tensors.get(parameter.name()), type));
  }

  private static NDArray value(
      Session session, Parameter parameter, StoredTensor tensor, DataType type) {
    if (tensor == null) {
      throw new IllegalArgumentException("the case has no tensor " + parameter.name());
    }
    if (!Arrays.equals(tensor.shape(), parameter.shape().getShape())) {
      throw new IllegalArgumentException(
          parameter.name()
              + " has shape "
              + Arrays.toString(tensor.shape())
              + ", its settings ask for "
              + parameter.shape());
    }
    return tensor.toArray(session.manager(), type);
  }

  /** Runs backwards from {@code objective} and compares the gradient of every leaf. */
  static void gradients(Check check, String prefix, Pass pass, Weights weights, NDArray objective) {
    pass.backward(objective);
    for (Parameter parameter : weights.parameters()) {
      check.tensor(prefix + parameter.name(), pass.gradient(parameter));
    }
  }
}
