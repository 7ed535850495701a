package dev.hypersweep.trainer.analysis;

import dev.hypersweep.protocol.MetricArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The similarities of a model's layers as metrics. Of the I-th sparse layer, from 1: {@code
 * similarity/cosine/I} and {@code similarity/cosine_experts/I} [N N] by rows, {@code
 * similarity/cka/I} [N], {@code similarity/cka_experts/I} [N N], {@code similarity/tokens/I} [N].
 * With one value per sparse layer: {@code similarity/selected_cosine}, {@code other_cosine}, {@code
 * experts_cosine} and {@code selected_cka}. Formulas stand at {@link LayerSimilarity}.
 */
final class SimilarityReport {

  private static final String PREFIX = "similarity/";

  private final long step;
  private final List<MetricArray> arrays = new ArrayList<>();

  private SimilarityReport(long step) {
    this.step = step;
  }

  static List<MetricArray> of(List<LayerSimilarity> layers, long step) {
    SimilarityReport report = new SimilarityReport(step);
    for (int number = 1; number <= layers.size(); number++) {
      LayerSimilarity layer = layers.get(number - 1);
      report.add("cosine/" + number, layer.cosine());
      report.add("cosine_experts/" + number, layer.cosineExperts());
      report.add("cka/" + number, layer.cka());
      report.add("cka_experts/" + number, layer.ckaExperts());
      report.add("tokens/" + number, Arrays.stream(layer.tokens()).asDoubleStream().toArray());
    }
    report.perLayer("selected_cosine", layers, LayerSimilarity::selectedCosine);
    report.perLayer("other_cosine", layers, LayerSimilarity::otherCosine);
    report.perLayer("experts_cosine", layers, LayerSimilarity::expertsCosine);
    report.perLayer("selected_cka", layers, LayerSimilarity::ckaSelected);
    return report.arrays;
  }

  private void perLayer(
      String name, List<LayerSimilarity> layers, ToDoubleFunction<LayerSimilarity> value) {
    add(name, layers.stream().mapToDouble(value).toArray());
  }

  private void add(String name, double[] values) {
    arrays.add(new MetricArray(PREFIX + name, step, Arrays.stream(values).boxed().toList()));
  }
}
