package dev.hypersweep.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.model.CompanionConfiguration.ConditioningKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.EmbeddingKind;
import dev.hypersweep.trainer.model.CompanionConfiguration.HyperSizes;
import dev.hypersweep.trainer.model.CompanionConfiguration.Sharing;
import dev.hypersweep.trainer.moe.gate.GateScale;
import dev.hypersweep.trainer.moe.gate.ImportanceAndLoad;
import dev.hypersweep.trainer.moe.gate.NoisyTopKGate;
import dev.hypersweep.trainer.moe.gate.SequenceBalance;
import dev.hypersweep.trainer.moe.gate.SwitchObjective;
import dev.hypersweep.trainer.moe.hyper.Generating;
import dev.hypersweep.trainer.moe.hyper.Reduction;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients of HyperMoE in settings that nobody chose, against central differences in float64. */
class RandomGradientTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void equalsCentralDifferences(int seed) {
    SparseConfiguration sparse = sparse(new Random(seed));
    try (TinyModel model = new TinyModel(sparse, DataType.FLOAT64)) {
      long alive =
          new CentralDifferences(model.session, model.weights, model::loss)
              .stir()
              .without(parameter -> GradientTest.isReadWithoutGradient(parameter, sparse))
              .check(1e-7);
      assertThat(alive).as(sparse.toString()).isGreaterThan(20);
    }
  }

  private static SparseConfiguration sparse(Random draw) {
    int experts = 5 + draw.nextInt(3);
    boolean switching = draw.nextInt(4) == 0;
    int k = switching ? 1 : 1 + draw.nextInt(3);
    SparseConfiguration sparse =
        new SparseConfiguration(
            experts,
            k,
            1 + draw.nextInt(2),
            3 + draw.nextInt(9),
            draw.nextInt(3),
            new GateConfiguration.Noisy(
                any(draw, GateScale.values()), NoisyTopKGate.STANDARD_FLOOR),
            new ImportanceAndLoad(0.1),
            hyper(draw));
    if (switching) {
      return sparse.with(
          new GateConfiguration.Switch(0.1 * draw.nextInt(2), draw.nextInt(4)),
          new SwitchObjective(0.1, 0.1));
    }
    return draw.nextBoolean()
        ? sparse
        : sparse.with(
            new GateConfiguration.Softmax(any(draw, GateScale.values())),
            new SequenceBalance(0.1, draw.nextBoolean()));
  }

  private static CompanionConfiguration.Hyper hyper(Random draw) {
    Reduction reduction = any(draw, Reduction.values());
    Generating generating = any(draw, Generating.values());
    return new CompanionConfiguration.Hyper(
        new HyperSizes(
            1 + draw.nextInt(4),
            1 + draw.nextInt(6),
            1 + draw.nextInt(6),
            1 + draw.nextInt(4),
            2 + draw.nextInt(6)),
        any(draw, EmbeddingKind.values()),
        any(draw, ConditioningKind.values()),
        reduction,
        draw.nextBoolean(),
        draw.nextBoolean(),
        draw.nextBoolean(),
        any(draw, Sharing.values()),
        reduction == Reduction.SOFT && generating == Generating.PER_SET
            ? Generating.AUTOMATIC
            : generating);
  }

  private static <T> T any(Random draw, T[] of) {
    return of[draw.nextInt(of.length)];
  }
}
