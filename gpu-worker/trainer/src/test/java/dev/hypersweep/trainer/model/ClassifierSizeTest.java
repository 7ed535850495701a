package dev.hypersweep.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.trainer.model.CompanionConfiguration.ConditioningKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.EmbeddingKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.Hyper;
import dev.hypersweep.trainer.model.CompanionConfiguration.HyperSizes;
import dev.hypersweep.trainer.model.CompanionConfiguration.Sharing;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierSizeTest {

  private static final Hyper HYPER = TinyModel.HYPER; // b 3, t 5, p 6, e 2, h 7

  @Test
  void theFormulaCountsWhatTheModelHas() {
    for (SparseConfiguration sparse : configurations()) {
      ModelConfiguration c = model(sparse);
      assertThat(ClassifierSize.total(c))
          .as("%s", sparse)
          .isEqualTo(new Classifier(c).parameters().size());
    }
  }

  private static List<SparseConfiguration> configurations() {
    SparseConfiguration moe = TinyModel.sparse(1, new CompanionConfiguration.None());
    List<SparseConfiguration> all = new ArrayList<>();
    all.add(null);
    all.add(moe);
    all.add(moe.with(new GateConfiguration.Switch(0, 0), moe.objective()).withSharedExperts(3));
    all.add(moe.with(new GateConfiguration.Softmax(GateScale.PROBABILITY), moe.objective()));
    all.add(moe.withInnerWidth(5));
    all.add(moe.withCompanion(new CompanionConfiguration.Shared(3)));
    all.add(moe.withCompanion(new CompanionConfiguration.PerExpert(3)));
    for (EmbeddingKind kind : EmbeddingKind.values()) {
      all.add(moe.withCompanion(TinyModel.hyper(kind, Reduction.SUM)));
    }
    for (Sharing sharing : Sharing.values()) {
      for (boolean on : new boolean[] {true, false}) {
        all.add(moe.withCompanion(hyper(Reduction.MEAN, on, on, sharing)));
        all.add(moe.withCompanion(hyper(Reduction.MEAN, on, !on, sharing)));
      }
    }
    return all;
  }

  private static Hyper hyper(Reduction reduction, boolean mlp, boolean biases, Sharing sharing) {
    return new Hyper(
        HYPER.sizes(),
        EmbeddingKind.TABLE,
        ConditioningKind.UNSELECTED,
        reduction,
        mlp,
        biases,
        mlp,
        sharing);
  }

  /** Layers 3, of which one is sparse: d 8, f 12, N 4, k 1, 11 rows, length 9, 3 classes. */
  private static ModelConfiguration model(SparseConfiguration sparse) {
    return new ModelConfiguration(3, 8, 2, 12, 11, 9, 3, 0, sparse);
  }

  /** An expert has 2 * 8 * 12 + 12 + 8 = 212 parameters, an adapter 2 * 8 * 3 + 3 + 8 = 59. */
  @Test
  void expertsThatATokenIsNotSentToAreIdleAndSoAreTheirAdapters() {
    ModelConfiguration moe = model(TinyModel.sparse(1, new CompanionConfiguration.None()));
    assertThat(ClassifierSize.total(moe) - ClassifierSize.active(moe)).isEqualTo(3 * 212);
    ModelConfiguration own = model(TinyModel.sparse(2, new CompanionConfiguration.PerExpert(3)));
    assertThat(ClassifierSize.total(own) - ClassifierSize.active(own)).isEqualTo(2 * (212 + 59));
    ModelConfiguration hyper = model(TinyModel.sparse(1, HYPER));
    assertThat(ClassifierSize.total(hyper) - ClassifierSize.active(hyper)).isEqualTo(3 * 212);
    assertThat(ClassifierSize.active(model(null))).isEqualTo(ClassifierSize.total(model(null)));
  }

  /** The sizes of the authors' scripts: section 9 of the paper's code, d 768, b 64, t p h 128. */
  @Test
  void hyperMoeAddsAsManyParametersAsInTheAuthorsCode() {
    Hyper authors =
        new Hyper(
            new HyperSizes(64, 128, 128, 10, 128),
            EmbeddingKind.TABLE,
            ConditioningKind.UNSELECTED,
            Reduction.SUM,
            true,
            true,
            true,
            Sharing.ALL);
    SparseConfiguration sparse =
        new SparseConfiguration(
            8,
            1,
            1,
            3072,
            0,
            new GateConfiguration.Noisy(GateScale.RENORMALISED, 0.01),
            (pass, stack) -> List.of(),
            new CompanionConfiguration.None());
    ModelConfiguration plain = new ModelConfiguration(12, 768, 12, 3072, 100, 10, 2, 0, sparse);
    ModelConfiguration hyper = plain.withSparse(sparse.withCompanion(authors));
    assertThat(ClassifierSize.total(hyper) - ClassifierSize.total(plain)).isEqualTo(13_215_032);
  }

  /** d 8, f 12, N 4, L 10, by hand. */
  @Test
  void operationsOfATokenAreTwoPerMultiplyAdd() {
    double attention = 3 * (8 * 64 + 4 * 8 * 10);
    double head = 2 * 8 * 3 / 10.0;
    double network = 4 * 8 * 12;
    assertThat(flops(null)).isEqualTo(attention + 3 * network + head);
    double moe = attention + 2 * network + head + 2 * 8 * 4 + network; // one expert and the gate
    assertThat(flops(TinyModel.sparse(1, new CompanionConfiguration.None()))).isEqualTo(moe);
    assertThat(flops(TinyModel.sparse(3, new CompanionConfiguration.None())))
        .isEqualTo(moe + 2 * network);
    assertThat(flops(TinyModel.sparse(1, new CompanionConfiguration.None()).withSharedExperts(2)))
        .isEqualTo(moe + 2 * network);
    double adapter = 4 * 8 * 3;
    assertThat(flops(TinyModel.sparse(1, new CompanionConfiguration.Shared(3))))
        .isEqualTo(moe + adapter);
    assertThat(flops(TinyModel.sparse(2, new CompanionConfiguration.PerExpert(3))))
        .isEqualTo(moe + network + 2 * adapter);
    assertThat(flops(TinyModel.sparse(1, HYPER))).isEqualTo(moe + adapter);
    // s 4 * 5, MLP 5 * 6 + 6 * 6, hidden (6 + 2) * 7, biases 7 * (3 + 8)
    double hidden = 2 * (20 + 66 + 56 + 77);
    Hyper soft = hyper(Reduction.SOFT, true, true, Sharing.ALL);
    assertThat(flops(TinyModel.sparse(1, soft)))
        .isCloseTo(moe + hidden + adapter * (7 + 1), within(1e-9));
    assertThat(ClassifierFlops.perSet(model(TinyModel.sparse(1, HYPER))))
        .isEqualTo(hidden + 2 * 7 * (2 * 8 * 3));
    assertThat(ClassifierFlops.perSet(model(null))).isZero();
  }

  private static double flops(SparseConfiguration sparse) {
    return ClassifierFlops.perToken(model(sparse), 10);
  }

  @Test
  void theMatchedMixtureComesWithinHalfAStepOfTheOther() {
    ModelConfiguration plain = model(TinyModel.sparse(1, new CompanionConfiguration.None()));
    ModelConfiguration matched = MatchedParameters.of(plain, HYPER);
    long wanted = ClassifierSize.total(model(TinyModel.sparse(1, HYPER)));
    assertThat(Math.abs(ClassifierSize.total(matched) - wanted)).isLessThanOrEqualTo(4 * 17 / 2);
    assertThat(matched.sparse().innerWidth()).isGreaterThan(12);
    assertThat(matched.innerWidth()).isEqualTo(12);
  }
}
