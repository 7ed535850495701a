package dev.hypersweep.trainer.optimiser;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Operations;
import dev.hypersweep.trainer.tensor.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adafactor (Shazeer and Stern 2018, algorithms 4 and 5, in the order of transformers' {@code
 * Adafactor}): second moments of matrices are kept as the means of their rows and columns, over the
 * last two axes; an update is divided by its root mean square if that is above 1; w -= rate * decay
 * * w comes before it.
 *
 * <p>With beta2 = 1 - s^-0.8 and squares g^2 + 1e-30; vectors keep the full second moment.
 */
public final class Adafactor implements Optimiser {

  private static final double DECAY_POWER = -0.8;

  private final Operations operations;
  private final Weights weights;
  private final AdafactorRate rate;
  private final double beta1;
  private final Decay decay;
  private final List<Group> groups = new ArrayList<>();

  /** Parameters that are treated alike: one native call per step. */
  private record Group(
      List<Parameter> parameters,
      boolean factored,
      double decay,
      NDArray[] rows,
      NDArray[] columns,
      NDArray[] first) {}

  /**
   * @param rate what a step's learning rate is
   * @param beta1 of a running mean of the updates; 0 for none, which saves its memory
   */
  public Adafactor(
      Session session, Weights weights, AdafactorRate rate, double beta1, Decay decay) {
    this.operations = session.operations();
    this.weights = weights;
    this.rate = rate;
    this.beta1 = beta1;
    this.decay = decay;
    for (boolean factored : new boolean[] {true, false}) {
      for (boolean decayed : new boolean[] {true, false}) {
        List<Parameter> some =
            weights.parameters().stream()
                .filter(p -> isFactored(p) == factored && decay.applies(p) == decayed)
                .toList();
        if (!some.isEmpty()) {
          groups.add(group(some, factored, decayed));
        }
      }
    }
  }

  private static boolean isFactored(Parameter parameter) {
    return parameter.shape().dimension() >= 2;
  }

  private Group group(List<Parameter> some, boolean factored, boolean decayed) {
    NDArray[] values = weights.values(some);
    NDArray[] rows = new NDArray[values.length];
    NDArray[] columns = new NDArray[factored ? values.length : 0];
    NDArray[] first = new NDArray[beta1 > 0 ? values.length : 0];
    for (int i = 0; i < values.length; i++) {
      Shape shape = values[i].getShape();
      int axes = shape.dimension();
      rows[i] = zeros(values[i], factored ? shape.slice(0, axes - 1) : shape);
      if (factored) {
        columns[i] = zeros(values[i], shape.slice(0, axes - 2).add(shape.get(axes - 1)));
      }
      if (beta1 > 0) {
        first[i] = values[i].zerosLike();
      }
    }
    return new Group(some, factored, decayed ? decay.factor() : 0, rows, columns, first);
  }

  private static NDArray zeros(NDArray like, Shape shape) {
    return like.getManager().zeros(shape, like.getDataType());
  }

  @Override
  public void step(NDArray[] gradients, double scheduled, long step) {
    double beta2 = 1 - StrictMath.pow(step, DECAY_POWER);
    for (Group group : groups) {
      NDArray[] own =
          group.parameters().stream().map(p -> gradients[p.index()]).toArray(NDArray[]::new);
      operations.adafactor(
          group.factored(),
          weights.values(group.parameters()),
          own,
          group.rows(),
          group.columns(),
          group.first(),
          rate(scheduled, step),
          rate.scaled(),
          beta1,
          beta2,
          group.decay());
    }
  }

  /** Before the scaling by the size of a parameter. */
  @Override
  public double rate(double scheduled, long step) {
    return rate.at(scheduled, step);
  }

  @Override
  public Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>();
    for (Group group : groups) {
      for (int i = 0; i < group.parameters().size(); i++) {
        String name = group.parameters().get(i).name();
        state.put((group.factored() ? "row_moment." : "second_moment.") + name, group.rows()[i]);
        if (group.factored()) {
          state.put("column_moment." + name, group.columns()[i]);
        }
        if (beta1 > 0) {
          state.put("first_moment." + name, group.first()[i]);
        }
      }
    }
    return state;
  }
}
