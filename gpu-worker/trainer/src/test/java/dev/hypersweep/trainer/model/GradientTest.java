package dev.hypersweep.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CompanionConfiguration.ConditioningKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.EmbeddingKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.Sharing;
import dev.hypersweep.trainer.model.GateConfiguration.Switch;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.ImportanceAndLoad;
import dev.hypersweep.trainer.moe.gate.SequenceBalance;
import dev.hypersweep.trainer.moe.gate.SwitchObjective;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.tensor.Garbage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of the whole loss, against central differences in float64. */
class GradientTest {

  static Stream<Arguments> variants() {
    SparseConfiguration moe = TinyModel.sparse(1, new CompanionConfiguration.None());
    GateConfiguration softmax = new GateConfiguration.Softmax(GateScale.PROBABILITY);
    GateConfiguration renormalised = new GateConfiguration.Noisy(GateScale.RENORMALISED, 0);
    Stream<Arguments> plain =
        Stream.of(
            Arguments.of("dense", null),
            Arguments.of("moe", moe),
            Arguments.of("moe, k = 2", TinyModel.sparse(2, new CompanionConfiguration.None())),
            Arguments.of("moe, k = N", TinyModel.sparse(4, new CompanionConfiguration.None())),
            Arguments.of("renormalised", moe.with(renormalised, new ImportanceAndLoad(0.01))),
            Arguments.of("switch", moe.with(new Switch(0.1, 2), new SwitchObjective(0.1, 0.1))),
            Arguments.of("softmax", moe.with(softmax, new SequenceBalance(0.1, true))),
            Arguments.of("of the batch", moe.with(softmax, new SequenceBalance(0.1, false))),
            Arguments.of("shared experts", moe.withSharedExperts(2)),
            Arguments.of("moe-share", TinyModel.sparse(1, new CompanionConfiguration.Shared(3))),
            Arguments.of("adapters", TinyModel.sparse(2, new CompanionConfiguration.PerExpert(3))));
    return Stream.concat(plain, hyperMoe());
  }

  private static Stream<Arguments> hyperMoe() {
    return Stream.of(EmbeddingKind.values())
        .flatMap(kind -> Stream.of(Reduction.values()).map(r -> TinyModel.hyper(kind, r)))
        .flatMap(
            hyper ->
                IntStream.of(1, 2)
                    .mapToObj(
                        k ->
                            Arguments.of(
                                hyper.embedding() + " " + hyper.reduction() + ", k = " + k,
                                TinyModel.sparse(k, hyper))));
  }

  @ParameterizedTest
  @EnumSource
  void everyConditioningEqualsCentralDifferences(ConditioningKind conditioning) {
    for (Sharing sharing : Sharing.values()) {
      CompanionConfiguration.Hyper hyper =
          new CompanionConfiguration.Hyper(
              TinyModel.HYPER.sizes(),
              EmbeddingKind.TABLE,
              conditioning,
              Reduction.MEAN,
              sharing == Sharing.ALL,
              sharing == Sharing.LAYER,
              sharing != Sharing.STACK,
              sharing);
      equalsCentralDifferences(conditioning + " " + sharing, TinyModel.sparse(2, hyper));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void equalsCentralDifferences(String name, SparseConfiguration sparse) {
    try (TinyModel model = new TinyModel(sparse, DataType.FLOAT64)) {
      long alive =
          new CentralDifferences(model.session, model.weights, model::loss)
              .stir()
              .without(parameter -> isReadWithoutGradient(parameter, sparse))
              .check(1e-7);
      assertThat(alive).as(name).isGreaterThan(10);
    }
  }

  /** Expert weights, where expert embeddings are made from them as constants. */
  static boolean isReadWithoutGradient(Parameter parameter, SparseConfiguration sparse) {
    return sparse != null
        && sparse.companion() instanceof CompanionConfiguration.Hyper hyper
        && hyper.embedding() != EmbeddingKind.TABLE
        && hyper.embedding() != EmbeddingKind.CONVOLUTION
        && parameter.name().matches(".*\\.experts\\.\\d+\\..*weight");
  }

  /** What autograd keeps for the backward pass must not lie in memory that Java may free. */
  @Test
  void aGarbageCollectionBeforeTheBackwardPassChangesNothing() {
    try (TinyModel model = new TinyModel(TinyModel.sparse(2, TinyModel.HYPER), DataType.FLOAT32)) {
      model.stir();
      float[][] gradients = new float[2][];
      for (int collections = 0; collections < 2; collections++) {
        try (Pass pass = Pass.training(model.session, model.weights)) {
          NDArray loss = model.loss(pass);
          for (int i = 0; i < collections * 3; i++) {
            Garbage.collect();
          }
          pass.backward(loss);
          gradients[collections] =
              pass.gradient(model.parameter("block.1.router.gate.weight")).toFloatArray();
        }
      }
      assertThat(gradients[1]).containsExactly(gradients[0]);
    }
  }
}
