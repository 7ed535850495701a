package dev.hypersweep.trainer.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.Batch;
import dev.hypersweep.trainer.model.Classifier;
import dev.hypersweep.trainer.model.ModelConfiguration;
import dev.hypersweep.trainer.model.TokenisedExample;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Seeds;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;

/** A model that learns: its weights, its optimiser, and what one step does to them. */
public final class Learner {

  private final Session session;
  private final Classifier classifier;
  private final Weights weights;
  private final AdamW optimiser;
  private final TrainingConfiguration training;
  private final long seed;

  /**
   * What a step did.
   *
   * @param loss mean cross-entropy and weighted balance loss, the number that was minimised
   * @param task mean cross-entropy alone
   * @param balance sum of the balance losses, not weighted; 0 for a dense model
   * @param gradientNorm global, before clipping
   */
  public record Step(float loss, float task, float balance, float gradientNorm) {}

  public Learner(
      Session session, ModelConfiguration model, TrainingConfiguration training, long seed) {
    this.session = session;
    this.training = training;
    this.seed = seed;
    this.classifier = new Classifier(model);
    this.weights = new Weights(session, classifier.parameters(), seed, DataType.FLOAT32);
    this.optimiser = new AdamW(session, weights, training.weightDecay());
  }

  /**
   * Forward, backward, clip, update. Noise and dropout are functions of (seed, step).
   *
   * @param number from 1
   * @throws NotANumber before anything is updated
   */
  public Step step(List<TokenisedExample> examples, long number) {
    session.seed(Seeds.mix(seed, number));
    try (Pass pass = Pass.training(session, weights)) {
      Batch batch = Batch.of(pass.manager(), examples, DataType.FLOAT32);
      Classifier.Output out = classifier.apply(pass, batch);
      NDArray task = session.operations().crossEntropy(out.logits(), batch.classes());
      NDArray loss =
          out.balance() == null
              ? task
              : task.add(session.operations().scale(out.balance(), training.balance()));
      pass.backward(loss);
      NDArray[] gradients = pass.gradients(weights.parameters());
      NDArray norm = session.operations().clip(gradients, training.clip());
      Step step =
          new Step(
              loss.getFloat(),
              task.getFloat(),
              out.balance() == null ? 0 : out.balance().getFloat(),
              norm.getFloat());
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

  /** Logits of each example [B][C], in their order; without noise or dropout. */
  public float[][] logits(List<TokenisedExample> examples) {
    try (Pass pass = Pass.evaluation(session, weights)) {
      Batch batch = Batch.of(pass.manager(), examples, DataType.FLOAT32);
      float[] flat = classifier.apply(pass, batch).logits().toFloatArray();
      int classes = flat.length / examples.size();
      float[][] logits = new float[examples.size()][classes];
      for (int i = 0; i < flat.length; i++) {
        logits[i / classes][i % classes] = flat[i];
      }
      return logits;
    }
  }

  /** Whether the model has experts. */
  public boolean isSparse() {
    return classifier.isSparse();
  }

  /** The model. */
  public Classifier classifier() {
    return classifier;
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
