package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.moe.SelectionEmbedding.Aggregation;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;

/** A model small enough to check number by number, with a batch of three short texts. */
public final class TinyModel implements AutoCloseable {

  public static final CompanionConfiguration HYPER =
      new CompanionConfiguration.Hyper(3, 5, 6, 2, 7, Aggregation.MEAN);
  public static final List<TokenisedExample> EXAMPLES =
      List.of(
          new TokenisedExample(new int[] {1, 5, 2, 9}, 0),
          new TokenisedExample(new int[] {3}, 2),
          new TokenisedExample(new int[] {8, 7, 6, 4, 10, 2}, 1));

  private static final long NOISE = 17;
  private static final double BALANCE = 0.01;

  public final Session session = Session.open("cpu", 1);
  public final Classifier classifier;
  public final Weights weights;
  private final DataType type;

  public TinyModel(SparseConfiguration sparse, DataType type) {
    this.type = type;
    classifier = new Classifier(new ModelConfiguration(2, 8, 2, 12, 11, 9, 3, 0, sparse));
    weights = new Weights(session, classifier.parameters(), 5, type);
  }

  /** Four experts in the second block. */
  public static SparseConfiguration sparse(int k, CompanionConfiguration companion) {
    return new SparseConfiguration(4, k, 2, BALANCE, companion);
  }

  public Batch batch(Pass pass) {
    return Batch.of(pass.manager(), EXAMPLES, type);
  }

  /** The loss of a training pass; the noise is the same each time. */
  public NDArray loss(Pass pass) {
    session.seed(NOISE);
    Batch batch = batch(pass);
    Classifier.Output out = classifier.apply(pass, batch);
    NDArray task = session.operations().crossEntropy(out.logits(), batch.classes());
    return out.balance() == null
        ? task
        : task.add(session.operations().scale(out.balance(), BALANCE));
  }

  public float[] logits() {
    try (Pass pass = Pass.evaluation(session, weights)) {
      return classifier.apply(pass, batch(pass)).logits().toFloatArray();
    }
  }

  public Parameter parameter(String name) {
    return weights.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Moves every weight away from where it begins, so that nothing is zero by design. */
  public void stir() {
    session.seed(3);
    for (Parameter parameter : weights.parameters()) {
      try (NDArray noise =
          session.manager().randomNormal(0f, 0.3f, parameter.shape(), DataType.FLOAT32)) {
        weights.value(parameter).addi(noise.toType(type, true));
      }
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
