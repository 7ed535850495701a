package dev.hypersweep.trainer.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.TrainableModel;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Seeds;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model that learns: its weights, its optimiser, and what one step does to them.
 *
 * @param <E> an example of its task
 */
public final class Learner<E> {

  private final Session session;
  private final TrainableModel<E> model;
  private final Weights weights;
  private final AdamW optimiser;
  private final TrainingConfiguration training;
  private final long seed;

  /**
   * What a step did.
   *
   * @param loss task loss and weighted auxiliary losses, the number that was minimised
   * @param task task loss alone
   * @param auxiliary the others by name, not weighted; empty for a dense model
   * @param gradientNorm global, before clipping
   */
  public record Step(
      float loss, float task, SortedMap<String, Float> auxiliary, float gradientNorm) {}

  public Learner(
      Session session, TrainableModel<E> model, TrainingConfiguration training, long seed) {
    this.session = session;
    this.model = model;
    this.training = training;
    this.seed = seed;
    this.weights = new Weights(session, model.parameters(), seed, DataType.FLOAT32);
    this.optimiser = new AdamW(session, weights, training.weightDecay());
  }

  /**
   * Forward, backward, clip, update. Noise and dropout are functions of (seed, step).
   *
   * @param number from 1
   * @throws NotANumber before anything is updated
   */
  public Step step(List<E> examples, long number) {
    session.seed(Seeds.mix(seed, number));
    try (Pass pass = Pass.training(session, weights)) {
      Losses losses = model.losses(pass, examples, 0);
      NDArray loss = losses.task();
      for (Losses.Auxiliary other : losses.auxiliary()) {
        loss = loss.add(session.operations().scale(other.value(), other.weight()));
      }
      pass.backward(loss);
      NDArray[] gradients = pass.gradients(weights.parameters());
      NDArray norm = session.operations().clip(gradients, training.clip());
      SortedMap<String, Float> auxiliary = new TreeMap<>();
      losses.auxiliary().forEach(a -> auxiliary.merge(a.name(), a.value().getFloat(), Float::sum));
      Step step = new Step(loss.getFloat(), losses.task().getFloat(), auxiliary, norm.getFloat());
      refuseNotANumber(step, number);
      optimiser.step(gradients, training.schedule().at(number), number);
      return step;
    }
  }

  private static void refuseNotANumber(Step step, long number) {
    if (!Float.isFinite(step.loss()) || !Float.isFinite(step.gradientNorm())) {
      throw new NotANumber(
          "step "
              + number
              + ": loss "
              + step.loss()
              + ", gradient norm "
              + step.gradientNorm()
              + "; lower learning_rate, or set clip");
    }
  }

  /** Where it lives. */
  public Session session() {
    return session;
  }

  /** The model. */
  public TrainableModel<E> model() {
    return model;
  }

  /** Its values. */
  public Weights weights() {
    return weights;
  }

  /** Its optimiser. */
  public AdamW optimiser() {
    return optimiser;
  }
}
