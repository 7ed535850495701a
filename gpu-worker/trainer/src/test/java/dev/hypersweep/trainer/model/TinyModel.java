package dev.hypersweep.trainer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CompanionConfiguration.ConditioningKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.EmbeddingKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.Sharing;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.ImportanceAndLoad;
import dev.hypersweep.trainer.moe.gate.NoisyTopKGate;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;

/** A model small enough to check number by number, with a batch of three short texts. */
public final class TinyModel implements AutoCloseable {

  public static final CompanionConfiguration.Hyper HYPER =
      hyper(EmbeddingKind.TABLE, Reduction.MEAN);
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
    return new SparseConfiguration(
        4,
        k,
        2,
        12,
        0,
        new GateConfiguration.Noisy(GateScale.PROBABILITY, NoisyTopKGate.STANDARD_FLOOR),
        new ImportanceAndLoad(BALANCE),
        companion);
  }

  /** HyperMoE in its standard reading but for these two. */
  public static CompanionConfiguration.Hyper hyper(EmbeddingKind embedding, Reduction reduction) {
    return new CompanionConfiguration.Hyper(
        new CompanionConfiguration.HyperSizes(3, 5, 6, 2, 7),
        embedding,
        ConditioningKind.UNSELECTED,
        reduction,
        true,
        true,
        true,
        Sharing.ALL);
  }

  public Batch batch(Pass pass) {
    return Batch.of(pass.manager(), EXAMPLES, type);
  }

  /** The loss of a training pass; the noise is the same each time. */
  public NDArray loss(Pass pass) {
    session.seed(NOISE);
    Losses losses = classifier.losses(pass, EXAMPLES, 0);
    NDArray sum = losses.task();
    for (Losses.Auxiliary auxiliary : losses.auxiliary()) {
      sum = sum.add(session.operations().scale(auxiliary.value(), auxiliary.weight()));
    }
    return sum;
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
