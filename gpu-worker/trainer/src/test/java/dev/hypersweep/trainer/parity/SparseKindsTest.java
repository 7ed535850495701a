package dev.hypersweep.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseKindsTest {

  @TempDir Path copy;

  @ParameterizedTest
  @ValueSource(strings = {"noisy-topk", "hypermoe-layer-modes", "deepseek-moe-tiny"})
  void everyNumberIsThatOfTheReference(String name) {
    Outcome outcome = ParityCases.outcome("model/" + name);
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.passes()).as("%s", outcome.greatest()).isTrue();
  }

  @Test
  void anotherLayerOrActivationFails() throws IOException {
    assertThat(changed("hypermoe-layer-modes", "layer_index", "1").passes()).isFalse();
    assertThat(changed("hypermoe-layer-modes", "activation_function", "\"gelu\"").passes())
        .isFalse();
    assertThat(changed("deepseek-moe-tiny", "norm_topk_prob", "true").passes()).isFalse();
  }

  private Outcome changed(String name, String key, String value) throws IOException {
    Path folder = copy.resolve(key);
    Files.createDirectory(folder);
    ParityCases.copy(SharedVectors.folder("model/" + name), folder);
    Path file = folder.resolve("config.json");
    ObjectNode config = (ObjectNode) Parity.JSON.readTree(Files.readAllBytes(file));
    config.set(key, Parity.JSON.readTree(value));
    Parity.JSON.writeValue(file.toFile(), config);
    return ParityCases.outcome(folder);
  }
}
