package dev.hypersweep.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.function.Function;

/** The gradient of a scalar, against central differences in float64. */
public final class CentralDifferences {

  private static final double STEP = 1e-5;

  private final Session session;
  private final Weights weights;
  private final Function<Pass, NDArray> loss;

  /**
   * @param weights in float64
   * @param loss the same function of the weights each time
   */
  public CentralDifferences(Session session, Weights weights, Function<Pass, NDArray> loss) {
    this.session = session;
    this.weights = weights;
    this.loss = loss;
  }

  /** Moves every weight away from where it begins, so that nothing is zero by design. */
  public CentralDifferences stir() {
    session.seed(3);
    for (Parameter parameter : weights.parameters()) {
      try (NDArray noise =
          session.manager().randomNormal(0f, 0.3f, parameter.shape(), DataType.FLOAT32)) {
        weights.value(parameter).addi(noise.toType(DataType.FLOAT64, true));
      }
    }
    return this;
  }

  /** Compares some values of every parameter; the number of gradients that are not zero. */
  public long check(double tolerance) {
    long alive = 0;
    double[][] gradients = gradients();
    for (Parameter parameter : weights.parameters()) {
      double[] gradient = gradients[parameter.index()];
      for (int place : new int[] {0, gradient.length / 2, gradient.length - 1}) {
        assertThat(gradient[place])
            .as("%s[%d]", parameter.name(), place)
            .isCloseTo(difference(parameter, place), within(tolerance));
        alive += gradient[place] == 0 ? 0 : 1;
      }
    }
    return alive;
  }

  private double[][] gradients() {
    try (Pass pass = Pass.training(session, weights)) {
      pass.backward(loss.apply(pass));
      return weights.parameters().stream()
          .map(parameter -> pass.gradient(parameter).toDoubleArray())
          .toArray(double[][]::new);
    }
  }

  private double difference(Parameter parameter, int place) {
    NDArray value = weights.value(parameter);
    double[] original = value.toDoubleArray();
    double[] moved = original.clone();
    moved[place] = original[place] + STEP;
    value.set(moved);
    double above = value();
    moved[place] = original[place] - STEP;
    value.set(moved);
    double below = value();
    value.set(original);
    return (above - below) / (2 * STEP);
  }

  private double value() {
    try (Pass pass = Pass.training(session, weights)) {
      return loss.apply(pass).getDouble();
    }
  }
}
