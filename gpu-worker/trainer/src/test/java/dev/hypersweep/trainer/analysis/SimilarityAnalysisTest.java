package dev.hypersweep.trainer.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.trainer.model.Classifier;
import dev.hypersweep.trainer.model.CompanionConfiguration;
import dev.hypersweep.trainer.model.TinyModel;
import dev.hypersweep.trainer.model.TokenisedExample;
import dev.hypersweep.trainer.moe.SparseLayer;
import dev.hypersweep.trainer.moe.expert.Dispatch;
import dev.hypersweep.trainer.moe.gate.Routing;
import dev.hypersweep.trainer.nn.Pass;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimilarityAnalysisTest {

  private static Map<String, List<Double>> analysis(TinyModel model) {
    List<MetricArray> arrays =
        new SimilarityAnalysis(model.classifier, TinyModel.EXAMPLES)
            .arrays(model.session, model.weights, 7);
    assertThat(arrays).allMatch(array -> array.step() == 7);
    return arrays.stream().collect(Collectors.toMap(MetricArray::name, MetricArray::values));
  }

  @Test
  void everySparseLayerReportsItsTables() {
    try (TinyModel model = new TinyModel(TinyModel.sparse(1, TinyModel.HYPER), DataType.FLOAT64)) {
      model.stir();
      Map<String, List<Double>> arrays = analysis(model);
      assertThat(arrays)
          .containsOnlyKeys(
              "similarity/cosine/1",
              "similarity/cosine_experts/1",
              "similarity/cka/1",
              "similarity/cka_experts/1",
              "similarity/tokens/1",
              "similarity/selected_cosine",
              "similarity/other_cosine",
              "similarity/experts_cosine",
              "similarity/selected_cka");
      assertThat(arrays.get("similarity/cosine/1"))
          .hasSize(16)
          .allMatch(cosine -> Math.abs(cosine) <= 1 + 1e-12)
          .anyMatch(cosine -> cosine != 0);
      assertThat(arrays.get("similarity/cka/1")).hasSize(4).allMatch(cka -> cka > 0 && cka <= 1);
      assertThat(arrays.get("similarity/tokens/1").stream().mapToDouble(n -> n).sum())
          .isEqualTo(11);
      assertThat(analysis(model)).isEqualTo(arrays);
    }
  }

  /** The parts that are compared are the parts of which the layer's output is the sum. */
  @Test
  void gateWeightsTimesExpertsAndTheCompanionAreTheLayer() {
    for (CompanionConfiguration companion :
        List.of(
            TinyModel.HYPER,
            new CompanionConfiguration.Shared(3),
            new CompanionConfiguration.PerExpert(3))) {
      try (TinyModel model = new TinyModel(TinyModel.sparse(2, companion), DataType.FLOAT64);
          Pass pass = Pass.evaluation(model.session, model.weights)) {
        model.stir();
        Classifier.Output out = model.classifier.apply(pass, model.batch(pass));
        Routing routing = out.routings().get(0);
        SparseLayer layer = model.classifier.sparseLayers().get(0);
        LayerOutputs parts = LayerOutputs.of(pass, layer, routing);
        NDArray sum = parts.companion();
        int[] selected = routing.selection().experts();
        double[] weights = routing.weights().toDoubleArray();
        double[] y = sum.toDoubleArray();
        int d = (int) sum.getShape().get(1);
        for (int a = 0; a < selected.length; a++) {
          double[] expert = parts.experts().get(selected[a]).get(a / 2).toDoubleArray();
          for (int i = 0; i < d; i++) {
            y[a / 2 * d + i] += weights[a] * expert[i];
          }
        }
        assertThat(layer.apply(pass, routing).toDoubleArray()).containsExactly(y, within(1e-12));
        assertThat(Dispatch.of(pass, routing).isWhole()).isTrue();
      }
    }
  }

  @Test
  void theSampleIsSpreadOverTheSplitAndBounded() {
    List<TokenisedExample> held =
        IntStream.range(0, 100)
            .mapToObj(number -> new TokenisedExample(new int[2 + number % 3], number))
            .toList();
    List<TokenisedExample> sample = SimilarityAnalysis.sample(held, 30);
    assertThat(sample.stream().mapToInt(example -> example.tokens().length).sum())
        .isBetween(24, 30);
    assertThat(sample.get(0).label()).isZero();
    assertThat(sample.get(sample.size() - 1).label()).isGreaterThan(80);
    assertThat(SimilarityAnalysis.sample(held, 1000)).isEqualTo(held);
    assertThat(SimilarityAnalysis.sample(held, 1)).hasSize(1);
  }
}
