package dev.hypersweep.trainer.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.tensor.Operations;
import dev.hypersweep.trainer.tensor.Session;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of the gradients and losses of the parts of one batch; they die with {@link #close}. */
final class Accumulation implements AutoCloseable {

  private final Operations operations;
  private final NDManager manager;
  private final SortedMap<String, Double> auxiliary = new TreeMap<>();
  private final RoutingReport routing = new RoutingReport();
  private NDArray[] gradients;
  private double loss;
  private double task;

  Accumulation(Session session) {
    operations = session.operations();
    manager = session.manager().newSubManager();
  }

  /**
   * Adds a part.
   *
   * @param some gradients of the part's loss times its share; they outlive their pass
   * @param share of the part in the batch; all shares together are 1
   */
  void add(NDArray[] some, Losses losses, NDArray total, double share) {
    loss += share * total.getFloat();
    task += share * losses.task().getFloat();
    for (Losses.Auxiliary other : losses.auxiliary()) {
      auxiliary.merge(other.name(), share * other.value().getFloat(), Double::sum);
    }
    if (gradients == null) {
      gradients = some;
      for (NDArray gradient : gradients) {
        gradient.attach(manager);
      }
    } else {
      operations.add(gradients, some);
    }
  }

  /** Of the whole batch, in the order of the parameters. */
  NDArray[] gradients() {
    return gradients;
  }

  /** Where the tokens of a part went; after its backward pass. */
  void observe(Pass pass, Losses losses) {
    if (!losses.routings().isEmpty()) {
      routing.add(pass, losses);
    }
  }

  Learner.Step step(float gradientNorm, long number) {
    SortedMap<String, Float> floats = new TreeMap<>();
    auxiliary.forEach((name, value) -> floats.put(name, value.floatValue()));
    return new Learner.Step(
        (float) loss, (float) task, floats, gradientNorm, routing.arrays(number));
  }

  @Override
  public void close() {
    manager.close();
  }
}
