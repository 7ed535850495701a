package dev.hypersweep.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** The gradient of a scalar, against central differences in float64. */
public final class CentralDifferences {

  private static final double STEP = 1e-6;
  private static final int DIRECTIONS = 3;

  private final Session session;
  private final Weights weights;
  private final Function<Pass, NDArray> loss;
  private Predicate<Parameter> constant = parameter -> false;

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

  /** Leaves out what is a constant by design. */
  public CentralDifferences without(Predicate<Parameter> constant) {
    this.constant = constant;
    return this;
  }

  /**
   * Compares the derivative along directions that move every value of every parameter at once; when
   * one does not agree, each parameter alone, so that the fault has a name. The number of
   * parameters with a gradient that is not zero.
   */
  public long check(double tolerance) {
    double[][] gradients = gradients();
    List<Parameter> moved = weights.parameters().stream().filter(constant.negate()).toList();
    Random draws = new Random(11);
    for (int i = 0; i < DIRECTIONS; i++) {
      Direction whole = Direction.of(moved, gradients, draws);
      if (Math.abs(whole.slope() - difference(whole)) > tolerance) {
        for (Parameter parameter : moved) {
          Direction single = Direction.of(List.of(parameter), gradients, draws);
          assertThat(single.slope())
              .as(parameter.name())
              .isCloseTo(difference(single), within(tolerance));
        }
        assertThat(whole.slope())
            .as("all parameters together")
            .isCloseTo(difference(whole), within(tolerance));
      }
    }
    return moved.stream()
        .filter(p -> Arrays.stream(gradients[p.index()]).anyMatch(value -> value != 0))
        .count();
  }

  /** Where values move to, of length 1 in each parameter, and how the loss changes on that way. */
  private record Direction(Map<Parameter, double[]> steps, double slope) {

    static Direction of(List<Parameter> moved, double[][] gradients, Random draws) {
      Map<Parameter, double[]> steps = new LinkedHashMap<>();
      double slope = 0;
      for (Parameter parameter : moved) {
        double[] gradient = gradients[parameter.index()];
        double[] step = draws.doubles(gradient.length, -1, 1).toArray();
        double length = Math.sqrt(Arrays.stream(step).map(each -> each * each).sum());
        for (int i = 0; i < step.length; i++) {
          step[i] /= length;
          slope += step[i] * gradient[i];
        }
        steps.put(parameter, step);
      }
      return new Direction(steps, slope);
    }
  }

  private double[][] gradients() {
    try (Pass pass = Pass.training(session, weights)) {
      pass.backward(loss.apply(pass));
      return weights.parameters().stream()
          .map(parameter -> pass.gradient(parameter).toDoubleArray())
          .toArray(double[][]::new);
    }
  }

  private double difference(Direction direction) {
    Map<Parameter, double[]> original = new LinkedHashMap<>();
    direction.steps().keySet().forEach(p -> original.put(p, weights.value(p).toDoubleArray()));
    double above = at(original, direction, STEP);
    double below = at(original, direction, -STEP);
    original.forEach((parameter, values) -> weights.value(parameter).set(values));
    return (above - below) / (2 * STEP);
  }

  private double at(Map<Parameter, double[]> original, Direction direction, double distance) {
    original.forEach(
        (parameter, values) -> {
          double[] moved = values.clone();
          double[] step = direction.steps().get(parameter);
          for (int i = 0; i < moved.length; i++) {
            moved[i] += distance * step[i];
          }
          weights.value(parameter).set(moved);
        });
    try (Pass pass = Pass.training(session, weights)) {
      return loss.apply(pass).getDouble();
    }
  }
}
