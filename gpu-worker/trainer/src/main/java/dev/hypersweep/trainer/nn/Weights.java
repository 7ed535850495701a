package dev.hypersweep.trainer.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.tensor.Seeds;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** The values of a model's parameters. They live as long as the session. */
public final class Weights {

  private final List<Parameter> parameters;
  private final NDArray[] values;

  /**
   * Initial values: a function of the seed and each parameter's name, so that variants that share a
   * parameter share its beginning.
   *
   * @param type FLOAT32; FLOAT64 for checks of gradients
   */
  public Weights(Session session, Parameters parameters, long seed, DataType type) {
    this.parameters = parameters.all();
    this.values =
        this.parameters.stream()
            .map(parameter -> initial(session.manager(), parameter, seed, type))
            .toArray(NDArray[]::new);
  }

  /** The beginning of one parameter: a function of the seed and its name. */
  public static NDArray initial(NDManager manager, Parameter parameter, long seed, DataType type) {
    float[] numbers = new float[Math.toIntExact(parameter.shape().size())];
    long source = Seeds.mix(seed, parameter.name().hashCode());
    parameter.initialiser().fill(numbers, new Random(source));
    // A copy: what is created from Java's numbers stays in a buffer of Java's, not aligned for
    // SIMD.
    try (NDArray buffer = manager.create(numbers, parameter.shape())) {
      return type == DataType.FLOAT32 ? buffer.duplicate() : buffer.toType(type, true);
    }
  }

  /**
   * Values from elsewhere, a checkpoint for example.
   *
   * @param value gives the value of a parameter, with its shape and of one type for all; it becomes
   *     the weights' own
   */
  public Weights(Parameters parameters, Function<Parameter, NDArray> value) {
    this.parameters = parameters.all();
    this.values = this.parameters.stream().map(value).toArray(NDArray[]::new);
  }

  /** The parameters, in the order of their values. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The value of a parameter; changed in place by the optimiser. */
  public NDArray value(Parameter parameter) {
    return values[parameter.index()];
  }

  /** The values of these parameters, in their order. */
  public NDArray[] values(List<Parameter> some) {
    return some.stream().map(this::value).toArray(NDArray[]::new);
  }
}
