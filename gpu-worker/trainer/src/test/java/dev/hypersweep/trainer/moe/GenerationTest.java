package dev.hypersweep.trainer.moe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.hypersweep.trainer.moe.SelectionEmbedding.Aggregation;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Parameters;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GenerationTest {

  private static final int EXPERTS = 5;
  private static final int WIDTH = 6;
  private static final int[][] SELECTED = {{3, 1}, {0, 2}, {1, 3}, {0, 1}, {2, 0}};

  private final Session session = Session.open("cpu", 1);
  private final Parameters parameters = new Parameters();

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest
  @EnumSource(Aggregation.class)
  void oncePerDistinctSetEqualsOncePerToken(Aggregation aggregation) {
    HyperCompanion companion = companion(aggregation);
    Weights weights = stirred();
    try (Pass pass = Pass.evaluation(session, weights)) {
      NDArray x = pass.manager().randomNormal(new Shape(SELECTED.length, WIDTH));
      Routing routing = new Routing(SELECTED, null, null);
      float[] cached = companion.apply(pass, x, routing).toFloatArray();
      float[] reference = companion.perToken().apply(pass, x, routing).toFloatArray();
      assertThat(cached).containsExactly(reference, within(1e-5f));
      assertThat(cached).doesNotContain(0f);
    }
  }

  @Test
  void threeDistinctSetsAreGeneratedForFiveTokens() {
    SelectedSets sets = SelectedSets.of(new Routing(SELECTED, null, null));
    assertThat(sets.sets()).containsExactly(new int[] {1, 3}, new int[] {0, 2}, new int[] {0, 1});
    assertThat(sets.ofToken()).containsExactly(0, 1, 0, 2, 1);
  }

  @Test
  void theGradientReachesExactlyTheRowsOfUnselectedExperts() {
    HyperCompanion companion = companion(Aggregation.SUM);
    Weights weights = stirred();
    try (Pass pass = Pass.training(session, weights)) {
      NDArray x = pass.manager().randomNormal(new Shape(1, WIDTH));
      Routing routing = new Routing(new int[][] {{3, 1}}, null, null);
      pass.backward(companion.apply(pass, x, routing).sum());
      NDArray gradient = pass.gradient(table());
      for (int expert = 0; expert < EXPERTS; expert++) {
        float size = gradient.get(expert).abs().sum().getFloat();
        assertThat(size > 0).as("expert %d", expert).isEqualTo(expert != 3 && expert != 1);
      }
    }
  }

  @Test
  void withEveryExpertSelectedTheMeanOfNoneIsZeroAndNotNaN() {
    HyperCompanion companion = companion(Aggregation.MEAN);
    Weights weights = stirred();
    try (Pass pass = Pass.evaluation(session, weights)) {
      NDArray x = pass.manager().randomNormal(new Shape(1, WIDTH));
      Routing routing = new Routing(new int[][] {{4, 3, 2, 1, 0}}, null, null);
      for (float y : companion.apply(pass, x, routing).toFloatArray()) {
        assertThat(y).isFinite();
      }
    }
  }

  private HyperCompanion companion(Aggregation aggregation) {
    SelectionEmbedding selection =
        new SelectionEmbedding(parameters, "selection", EXPERTS, 4, 7, aggregation);
    Hypernetwork.Sizes sizes = new Hypernetwork.Sizes(2, 3, 7, 8, WIDTH, 3);
    return new HyperCompanion(selection, new Hypernetwork(parameters, "hyper", sizes), 1);
  }

  /** Heads begin near zero: moved away from there, a wrong grouping shows. */
  private Weights stirred() {
    Weights weights = new Weights(session, parameters, 1, DataType.FLOAT32);
    for (Parameter parameter : List.copyOf(parameters.all())) {
      weights.value(parameter).addi(session.manager().randomNormal(parameter.shape()).mul(0.3f));
    }
    return weights;
  }

  private Parameter table() {
    return parameters.all().stream()
        .filter(parameter -> parameter.name().equals("selection.experts.weight"))
        .findFirst()
        .orElseThrow();
  }
}
