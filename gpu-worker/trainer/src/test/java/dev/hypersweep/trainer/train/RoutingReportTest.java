package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypersweep.protocol.MetricArray;
import dev.hypersweep.trainer.model.Classifier;
import dev.hypersweep.trainer.model.ModelConfiguration;
import dev.hypersweep.trainer.model.SparseConfiguration;
import dev.hypersweep.trainer.model.TinyModel;
import dev.hypersweep.trainer.tensor.Session;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoutingReportTest {

  private static final int EXPERTS = 4;
  private static final int LAYERS = 2;

  /** Two blocks, both sparse. */
  private static Map<String, List<Double>> report(int microBatch, int every, long step) {
    try (Session session = Session.open("cpu", 1)) {
      SparseConfiguration s = TinyModel.sparse(2, TinyModel.HYPER);
      SparseConfiguration everywhere =
          new SparseConfiguration(
              EXPERTS, s.k(), 1, s.innerWidth(), 0, s.gate(), s.objective(), s.companion());
      Classifier model =
          new Classifier(new ModelConfiguration(LAYERS, 8, 2, 12, 11, 9, 3, 0, everywhere));
      SettingValues settings =
          SettingValues.of(
              "hypermoe", Map.of("batch", 3, "micro_batch", microBatch, "routing_every", every));
      TrainingConfiguration training = TrainingConfiguration.of(settings);
      Learner.Step done = new Learner<>(session, model, training, 1).step(TinyModel.EXAMPLES, step);
      assertThat(done.routing()).allMatch(array -> array.step() == step);
      return done.routing().stream()
          .collect(Collectors.toMap(MetricArray::name, MetricArray::values));
    }
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  @Test
  void everySparseLayerReportsWhereItsTokensWent() {
    Map<String, List<Double>> arrays = report(0, 5, 10);
    assertThat(arrays)
        .containsOnlyKeys(
            "routing/load/1",
            "routing/load/2",
            "routing/entropy",
            "routing/dropped",
            "routing/dead",
            "routing/balance_loss");
    assertThat(arrays.get("routing/load/1")).hasSize(EXPERTS);
    assertThat(sum(arrays.get("routing/load/1"))).isCloseTo(1, within(1e-12));
    assertThat(arrays.get("routing/entropy"))
        .hasSize(LAYERS)
        .allMatch(entropy -> entropy > 0 && entropy <= Math.log(EXPERTS) + 1e-6);
    assertThat(arrays.get("routing/dropped")).containsExactly(0.0, 0.0);
    long dead = arrays.get("routing/load/2").stream().filter(share -> share == 0).count();
    assertThat(arrays.get("routing/dead").get(1)).isEqualTo(dead);
    assertThat(arrays.get("routing/balance_loss")).hasSize(LAYERS).allMatch(loss -> loss > 0);
  }

  @Test
  void nothingIsReportedBetweenTheStepsThatAreDue() {
    assertThat(report(0, 5, 9)).isEmpty();
    assertThat(report(0, 0, 10)).isEmpty();
  }

  @Test
  void partsOfABatchCountByTheirTokens() {
    // The loads of 11 tokens at k = 2 are multiples of 1/22, whatever the parts.
    Map<String, List<Double>> arrays = report(1, 1, 1);
    assertThat(sum(arrays.get("routing/load/1"))).isCloseTo(1, within(1e-12));
    assertThat(arrays.get("routing/load/1"))
        .allSatisfy(share -> assertThat(share * 22).isCloseTo(Math.rint(share * 22), within(1e-9)));
  }
}
