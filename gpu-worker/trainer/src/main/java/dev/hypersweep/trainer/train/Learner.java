package dev.hypersweep.trainer.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.TrainableModel;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.optimiser.Optimiser;
import dev.hypersweep.trainer.tensor.Seeds;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import java.util.SortedMap;

/**
 * A model that learns: its weights, its optimiser, and what one step does to them.
 *
 * @param <E> an example of its task
 */
public final class Learner<E> {

  private final Session session;
  private final TrainableModel<E> model;
  private final Weights weights;
  private final Optimiser optimiser;
  private final TrainingConfiguration training;
  private final long seed;

  /**
   * What a step did.
   *
   * @param loss task loss and weighted auxiliary losses, the number that was minimised
   * @param task task loss alone
   * @param auxiliary the others by name, not weighted; empty for a dense model
   * @param gradientNorm global, before clipping
   * @param routing statistics of the routers; empty where none are due
   */
  public record Step(
      float loss,
      float task,
      SortedMap<String, Float> auxiliary,
      float gradientNorm,
      List<MetricArray> routing) {}

  /** A learner whose weights begin as the seed says. */
  public Learner(
      Session session, TrainableModel<E> model, TrainingConfiguration training, long seed) {
    this(
        session,
        model,
        new Weights(session, model.parameters(), seed, DataType.FLOAT32),
        training,
        seed);
  }

  /**
   * @param weights of the model's parameters; changed in place
   */
  public Learner(
      Session session,
      TrainableModel<E> model,
      Weights weights,
      TrainingConfiguration training,
      long seed) {
    this.session = session;
    this.model = model;
    this.training = training;
    this.seed = seed;
    this.weights = weights;
    this.optimiser = training.optimiser().of(session, weights);
  }

  /**
   * Forward, backward, clip, update. Noise and dropout are functions of (seed, step).
   *
   * <p>A batch that is passed in parts gives the task loss and gradient of the whole: each part
   * counts by its terms. Auxiliary losses are statistics of the tokens that pass together, so they
   * are the mean of those of the parts, which is not that of the whole batch.
   *
   * @param number from 1
   * @throws NotANumber before anything is updated
   */
  public Step step(List<E> examples, long number) {
    session.seed(Seeds.mix(seed, number));
    double terms = terms(examples);
    try (Accumulation sum = new Accumulation(session)) {
      for (int from = 0; from < examples.size(); from += training.microBatch()) {
        int to = Math.min(from + training.microBatch(), examples.size());
        List<E> part = examples.subList(from, to);
        pass(part, terms(part) / terms, number, sum);
      }
      NDArray norm = session.operations().clip(sum.gradients(), training.clip());
      Step step = sum.step(norm.getFloat(), number);
      refuseNotANumber(step, number);
      optimiser.step(sum.gradients(), training.schedule().at(number), number);
      return step;
    }
  }

  private double terms(List<E> examples) {
    return examples.stream().mapToLong(model::terms).sum();
  }

  private void pass(List<E> part, double share, long number, Accumulation sum) {
    try (Pass pass = Pass.training(session, weights)) {
      Losses losses = model.losses(pass, part, training.labelSmoothing());
      NDArray loss = losses.task();
      for (Losses.Auxiliary other : losses.auxiliary()) {
        loss = loss.add(session.operations().scale(other.value(), other.weight()));
      }
      pass.backward(share == 1 ? loss : session.operations().scale(loss, share));
      sum.add(pass.gradients(weights.parameters()), losses, loss, share);
      if (training.routingEvery() > 0 && number % training.routingEvery() == 0) {
        sum.observe(pass, losses);
      }
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

  /** The learning rate of a step, from 1. */
  public double rate(long step) {
    return optimiser.rate(training.schedule().at(step), step);
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
  public Optimiser optimiser() {
    return optimiser;
  }
}
