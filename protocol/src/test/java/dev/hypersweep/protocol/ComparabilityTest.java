package dev.hypersweep.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparabilityTest {

  @Test
  void anotherVersionOfAnyScoredMetricIsAnotherClass() {
    assertThat(with(Map.of("f1", 1, "accuracy", 1)).comparabilityClass())
        .isEqualTo(with(Map.of("accuracy", 1, "f1", 1)).comparabilityClass())
        .isNotEqualTo(with(Map.of("f1", 1, "accuracy", 2)).comparabilityClass())
        .isNotEqualTo(with(Map.of("f1", 1)).comparabilityClass());
  }

  @Test
  void theEvaluationProtocolIsThatOfEveryDataset() {
    assertThat(with(Map.of("f1", 1)).evaluationProtocol())
        .isEqualTo(with(Map.of("f1", 2)).evaluationProtocol());
  }

  private static Comparability with(Map<String, Integer> versions) {
    return new Comparability(
        "glue/mrpc",
        "hash",
        "train/dev",
        "f1",
        1,
        new TreeMap<>(versions),
        256,
        "float32",
        "words",
        "trainer");
  }
}
