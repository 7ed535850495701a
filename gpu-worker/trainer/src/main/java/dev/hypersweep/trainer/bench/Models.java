package dev.hypersweep.trainer.bench;

import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.CompanionConfiguration.ConditioningKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.EmbeddingKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.Hyper;
import dev.hypersweep.trainer.model.CompanionConfiguration.HyperSizes;
import dev.hypersweep.trainer.model.CompanionConfiguration.Sharing;
import dev.hypersweep.trainer.model.GateConfiguration;
import dev.hypersweep.trainer.model.ModelConfiguration;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.SequenceBalance;
import dev.hypersweep.trainer.moe.hyper.Generating;
import dev.hypersweep.trainer.moe.hyper.Reduction;

/**
 * The models of the bench as configurations of the classifier that runs train: every second block
 * is sparse, with the gate's probability as scale of an expert's output and a balance loss of 0.01
 * N sum f P; HyperExperts without biases, generated from the mean of the unselected experts'
 * embeddings and a layer embedding as wide as they are, with no network between.
 */
final class Models {

  private static final int EVERY_SECOND = 2;
  private static final double BALANCE = 0.01;

  private Models() {}

  /** A variant at the size of a workload. */
  static ModelConfiguration of(Workload w, Variant variant) {
    SparseConfiguration sparse =
        switch (variant) {
          case DENSE -> null;
          case MOE -> sparse(w, new CompanionConfiguration.None());
          case HYPERMOE -> sparse(w, hyper(w, EmbeddingKind.TABLE, Generating.AUTOMATIC));
          case CONVOLUTION -> sparse(w, hyper(w, EmbeddingKind.CONVOLUTION, Generating.AUTOMATIC));
          case DETACHED ->
              sparse(w, hyper(w, EmbeddingKind.CONVOLUTION_DETACHED, Generating.AUTOMATIC));
          case PER_TOKEN -> sparse(w, hyper(w, EmbeddingKind.TABLE, Generating.PER_TOKEN));
        };
    return new ModelConfiguration(
        w.layers(),
        w.width(),
        w.heads(),
        w.inner(),
        w.vocabulary(),
        w.length(),
        w.classes(),
        0,
        sparse);
  }

  private static SparseConfiguration sparse(Workload w, CompanionConfiguration companion) {
    return new SparseConfiguration(
        w.experts(),
        w.k(),
        EVERY_SECOND,
        w.inner(),
        0,
        new GateConfiguration.Noisy(GateScale.PROBABILITY, 0),
        new SequenceBalance(BALANCE, false),
        companion);
  }

  private static Hyper hyper(Workload w, EmbeddingKind embedding, Generating generating) {
    return new Hyper(
        new HyperSizes(w.bottleneck(), w.embed(), w.embed(), w.embed(), w.hid()),
        embedding,
        ConditioningKind.UNSELECTED,
        Reduction.MEAN,
        false,
        false,
        false,
        Sharing.ALL,
        generating);
  }
}
