package dev.hypersweep.trainer.moe.hyper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.trainer.moe.expert.Dispatch;
import dev.hypersweep.trainer.nn.DerivedValues;
import dev.hypersweep.trainer.nn.Parameter;
import dev.hypersweep.trainer.nn.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However HyperExperts are made, tokens get the same from them, and so do gradients. */
class GenerationTest {

  static Stream<Arguments> readings() {
    List<Arguments> all = new ArrayList<>();
    for (Conditioning conditioning :
        List.of(
            new Conditioning.Unselected(),
            new Conditioning.Selected(),
            Conditioning.Random.of(TinyHyperMoe.EXPERTS, 1))) {
      for (Reduction reduction : Reduction.values()) {
        for (boolean biased : new boolean[] {true, false}) {
          all.add(Arguments.of(conditioning, reduction, biased));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0} {1} biases {2}")
  @MethodSource("readings")
  void everyWayGivesTheSameOutputAndGradients(
      Conditioning conditioning, Reduction reduction, boolean biased) {
    equal(conditioning, reduction, biased, DataType.FLOAT64, 1e-12);
    equal(conditioning, reduction, biased, DataType.FLOAT32, 1e-5);
  }

  private static void equal(
      Conditioning conditioning,
      Reduction reduction,
      boolean biased,
      DataType type,
      double relative) {
    try (TinyHyperMoe tiny = new TinyHyperMoe(conditioning, reduction, biased, 8, type)) {
      for (int k = 1; k <= TinyHyperMoe.EXPERTS; k++) {
        List<double[]> reference = values(tiny, k, Generating.PER_TOKEN);
        assertThat(reference.get(0)).as("k %d", k).doesNotContain(0);
        for (Generating way : Generating.values()) {
          if (way == Generating.PER_SET && !tiny.hyper.isBinary(k, TinyHyperMoe.EXPERTS)) {
            continue;
          }
          List<double[]> values = values(tiny, k, way);
          for (int i = 0; i < values.size(); i++) {
            assertThat(values.get(i))
                .as("%s, k %d, value %d", way, k, i)
                .containsExactly(reference.get(i), within(relative * greatest(reference.get(i))));
          }
        }
      }
    }
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow() + 1e-30;
  }

  /** Output and the gradient of each parameter for a fixed objective. */
  private static List<double[]> values(TinyHyperMoe tiny, int k, Generating way) {
    try (Pass pass = Pass.recording(tiny.session, tiny.weights)) {
      Dispatch dispatch = Dispatch.of(pass, tiny.route(pass, k));
      NDArray y = tiny.hyper.with(way).join(dispatch, dispatch.sorted());
      List<double[]> values = new ArrayList<>();
      values.add(TinyHyperMoe.numbers(y));
      pass.backward(y.mul(y).sum());
      for (Parameter parameter : tiny.weights.parameters()) {
        values.add(TinyHyperMoe.numbers(pass.gradient(parameter)));
      }
      return values;
    }
  }

  /** Whichever way is chosen by itself where the hypernetwork is wider than the model. */
  @Test
  void aWideHypernetworkGivesTheSame() {
    try (TinyHyperMoe tiny =
        new TinyHyperMoe(
            new Conditioning.Unselected(), Reduction.SOFT, true, 20, DataType.FLOAT64)) {
      assertThat(values(tiny, 2, Generating.AUTOMATIC).get(0))
          .containsExactly(values(tiny, 2, Generating.FACTORED).get(0), within(1e-10));
    }
  }

  @Test
  void tokensThatHardlyShareASetGetTheSame() {
    try (TinyHyperMoe tiny = TinyHyperMoe.ofManyExperts()) {
      try (Pass pass = Pass.evaluation(tiny.session, tiny.weights)) {
        assertThat(SelectedSets.distinct(tiny.route(pass, 4).selection()).count())
            .isGreaterThan(64);
      }
      List<double[]> reference = values(tiny, 4, Generating.PER_SET);
      List<double[]> automatic = values(tiny, 4, Generating.AUTOMATIC);
      for (int i = 0; i < reference.size(); i++) {
        assertThat(automatic.get(i))
            .containsExactly(reference.get(i), within(1e-12 * greatest(reference.get(i))));
      }
    }
  }

  @Test
  void whatIsKeptForInferenceEqualsWhatIsMadeAnew() {
    try (TinyHyperMoe tiny =
        new TinyHyperMoe(
            new Conditioning.Unselected(), Reduction.MEAN, true, 8, DataType.FLOAT64)) {
      for (int k : new int[] {1, 2}) {
        double[] fresh;
        try (Pass pass = Pass.evaluation(tiny.session, tiny.weights)) {
          fresh = output(tiny, pass, k);
        }
        int before = tiny.session.manager().getManagedArrays().size();
        try (DerivedValues kept = new DerivedValues(tiny.session)) {
          for (int round = 0; round < 2; round++) {
            try (Pass pass = Pass.evaluation(tiny.session, tiny.weights, kept)) {
              assertThat(output(tiny, pass, k)).containsExactly(fresh, within(1e-12));
            }
          }
          // Kept from the first round on: a change of the weights is not seen any more.
          Parameter table = tiny.parameter("experts");
          tiny.weights.value(table).addi(1);
          try (Pass pass = Pass.evaluation(tiny.session, tiny.weights, kept)) {
            assertThat(output(tiny, pass, k)).containsExactly(fresh, within(1e-12));
          }
          tiny.weights.value(table).subi(1);
        }
        assertThat(tiny.session.manager().getManagedArrays()).hasSize(before);
      }
    }
  }

  private static double[] output(TinyHyperMoe tiny, Pass pass, int k) {
    return tiny.hyper.apply(Dispatch.of(pass, tiny.route(pass, k))).toDoubleArray();
  }
}
