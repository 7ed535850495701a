package dev.hypersweep.trainer.moe.hyper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.moe.expert.Dispatch;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.moe.gate.Selection;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelectionEmbeddingTest {

  private static final int N = TinyHyperMoe.EXPERTS;

  @ParameterizedTest
  @EnumSource(Reduction.class)
  void withEveryExpertSelectedNoneIsLeftAndTheEmbeddingIsZero(Reduction reduction) {
    try (TinyHyperMoe tiny = tiny(reduction);
        Pass pass = Pass.recording(tiny.session, tiny.weights)) {
      Routing routing = tiny.route(pass, N);
      assertThat(tiny.selection.isBinary(N, N)).isTrue();
      SelectedSets sets = SelectedSets.distinct(routing.selection());
      assertThat(size(tiny.selection.ofSets(pass, sets, N))).isZero();
      NDArray y = tiny.hyper.apply(Dispatch.of(pass, routing));
      pass.backward(y.sum());
      assertThat(size(pass.gradient(tiny.parameter("experts")))).isZero();
      assertThat(size(pass.gradient(tiny.parameter("gate")))).isZero();
    }
  }

  @Test
  void theGradientReachesExactlyTheRowsOfUnselectedExperts() {
    try (TinyHyperMoe tiny = tiny(Reduction.SUM);
        Pass pass = Pass.recording(tiny.session, tiny.weights)) {
      SelectedSets set = SelectedSets.distinct(Selection.of(new int[] {3, 1}, 2, N));
      Generation made = tiny.hyper.ofSets(pass, set, N);
      pass.backward(made.hyperExpert().down().sum());
      NDArray gradient = pass.gradient(tiny.parameter("experts"));
      for (int expert = 0; expert < N; expert++) {
        assertThat(size(gradient.get(expert)) > 0)
            .as("expert %d", expert)
            .isEqualTo(expert != 3 && expert != 1);
      }
    }
  }

  @Test
  void softWeightsOfEqualLogitsAreTheMean() {
    try (TinyHyperMoe tiny = tiny(Reduction.SOFT)) {
      Parameter gate = tiny.parameter("gate");
      NDArray value = tiny.weights.value(gate);
      value.set(new double[(int) value.size()]);
      try (Pass pass = Pass.evaluation(tiny.session, tiny.weights)) {
        Routing routing = tiny.route(pass, 2);
        SelectionEmbedding mean =
            new SelectionEmbedding(
                new TableOf(tiny.parameter("experts")),
                new Conditioning.Unselected(),
                Reduction.MEAN);
        NDArray expected = mean.ofSets(pass, SelectedSets.perToken(routing.selection()), N);
        assertThat(tiny.selection.ofTokens(pass, routing).toDoubleArray())
            .containsExactly(expected.toDoubleArray(), within(1e-12));
      }
    }
  }

  private record TableOf(Parameter parameter) implements ExpertEmbedding {

    @Override
    public NDArray table(Pass pass) {
      return pass.get(parameter);
    }

    @Override
    public int width() {
      return (int) parameter.shape().get(1);
    }
  }

  @Test
  void softWeightsTeachTheGateAndBinaryOnesDoNot() {
    assertThat(gateGradient(Reduction.SOFT)).isGreaterThan(1e-3);
    assertThat(gateGradient(Reduction.SUM)).isZero();
    assertThat(gateGradient(Reduction.MEAN)).isZero();
  }

  private static double gateGradient(Reduction reduction) {
    try (TinyHyperMoe tiny = tiny(reduction);
        Pass pass = Pass.recording(tiny.session, tiny.weights)) {
      NDArray y = tiny.hyper.apply(Dispatch.of(pass, tiny.route(pass, 2)));
      pass.backward(y.mul(y).sum());
      return size(pass.gradient(tiny.parameter("gate")));
    }
  }

  @Test
  void randomMembersAreAsManyButOthersAndStayTheSame() {
    Conditioning.Random random = Conditioning.Random.of(8, 3);
    assertThat(Conditioning.Random.of(8, 3).permutation()).isEqualTo(random.permutation());
    assertThat(random.permutation()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    for (int selected = 0; selected < 8; selected++) {
      boolean[] members = random.members(new int[] {selected}, 8);
      boolean[] unselected = new Conditioning.Unselected().members(new int[] {selected}, 8);
      assertThat(members).isNotEqualTo(unselected);
      assertThat(members[random.permutation()[selected]]).isFalse();
    }
    assertThat(random.size(1, 8)).isEqualTo(7);
  }

  @Test
  void tokensWithEqualSelectionShareTheirHyperExpert() {
    try (TinyHyperMoe tiny = tiny(Reduction.MEAN);
        Pass pass = Pass.evaluation(tiny.session, tiny.weights)) {
      Routing routing = tiny.route(pass, 2);
      double[] down = tiny.hyper.perToken(pass, routing).hyperExpert().down().toDoubleArray();
      int size = down.length / TinyHyperMoe.TOKENS;
      int[] sets = SelectedSets.distinct(routing.selection()).ofToken();
      for (int i = 0; i < sets.length; i++) {
        for (int j = 0; j < i; j++) {
          boolean equal =
              Arrays.equals(down, i * size, (i + 1) * size, down, j * size, (j + 1) * size);
          assertThat(equal).as("%d, %d", i, j).isEqualTo(sets[i] == sets[j]);
        }
      }
    }
  }

  private static double size(NDArray array) {
    return array.abs().sum().getDouble();
  }

  private static TinyHyperMoe tiny(Reduction reduction) {
    return new TinyHyperMoe(new Conditioning.Unselected(), reduction, true, 8, DataType.FLOAT64);
  }
}
