package dev.hypersweep.trainer.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.Batch;
import dev.hypersweep.trainer.model.Classifier;
import dev.hypersweep.trainer.model.Losses;
import dev.hypersweep.trainer.model.TokenisedExample;
import dev.hypersweep.trainer.nn.DerivedValues;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.optimiser.AdamW;
import dev.hypersweep.trainer.optimiser.Betas;
import dev.hypersweep.trainer.optimiser.Decay;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;

/** A model with its batch and optimiser: one training step or one forward pass at a time. */
final class SteppedModel implements AutoCloseable {

  private static final double RATE = 1e-3;
  private static final double DECAY = 0.01;

  /**
   * Small: AdamW steps by the rate also where a gradient is hardly more than rounding, and rounding
   * is what two sides do not have in common.
   */
  private static final double COMPARISON_RATE = 1e-4;

  private static final long SEED = 0;

  private final Session session;
  private final Classifier classifier;
  private final Weights weights;
  private final List<TokenisedExample> examples;
  private AdamW optimiser;
  private long step;

  SteppedModel(Workload workload, Variant variant) {
    session = Session.open("cpu", workload.threads());
    session.seed(SEED);
    classifier = new Classifier(Models.of(workload, variant));
    weights = new Weights(session, classifier.parameters(), SEED, DataType.FLOAT32);
    examples = workload.examples();
    restart();
  }

  /** The weights as they began, and an optimiser that has seen nothing. */
  void restart() {
    weights.parameters().forEach(p -> BenchWeights.write(weights.value(p), p, SEED));
    optimiser = new AdamW(session, weights, Betas.STANDARD, new Decay(DECAY, false));
    step = 0;
  }

  /** Forward, backward, AdamW; the loss, cross-entropy and weighted balance losses. */
  float train(boolean noise) {
    try (Pass pass = noise ? Pass.training(session, weights) : Pass.noiseless(session, weights)) {
      Losses losses = classifier.losses(pass, examples, 0);
      NDArray loss = losses.task();
      for (Losses.Auxiliary other : losses.auxiliary()) {
        loss = loss.add(session.operations().scale(other.value(), other.weight()));
      }
      pass.backward(loss);
      optimiser.step(pass.gradients(weights.parameters()), noise ? RATE : COMPARISON_RATE, ++step);
      return loss.getFloat();
    }
  }

  /** What inference computes once for all passes, since its weights stay as they are. */
  DerivedValues derived() {
    return new DerivedValues(session);
  }

  /** A forward pass without gradients; the sum of the logits. */
  float infer(DerivedValues derived) {
    try (Pass pass = Pass.evaluation(session, weights, derived)) {
      return classifier.apply(pass, batch(pass)).logits().sum().getFloat();
    }
  }

  private Batch batch(Pass pass) {
    return Batch.of(pass.manager(), examples, DataType.FLOAT32);
  }

  /** Numbers in all parameters together. */
  long parameters() {
    return classifier.parameters().size();
  }

  Weights weights() {
    return weights;
  }

  /** Tensors that are alive between two steps. */
  int live() {
    return session.manager().getManagedArrays().size();
  }

  @Override
  public void close() {
    session.close();
  }
}
