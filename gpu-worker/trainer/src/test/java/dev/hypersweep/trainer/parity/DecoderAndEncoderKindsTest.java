package dev.hypersweep.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderAndEncoderKindsTest {

  @TempDir Path copy;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bert-tiny",
        "bert-tiny-regression",
        "gpt2-tiny",
        "upcycle",
        "hypermoe-gpt2-official-k1",
        "hypermoe-gpt2-official-k2"
      })
  void everyNumberIsThatOfTheLibrary(String name) {
    Outcome outcome = ParityCases.outcome("model/" + name);
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.passes()).as("%s", outcome.greatest()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "bert-tiny, layer_norm_eps, 1e-5",
    "bert-tiny, hidden_act, \"gelu_new\"",
    "gpt2-tiny, layer_norm_epsilon, 1e-6",
    "gpt2-tiny, activation_function, \"gelu\"",
    "gpt2-tiny, scale_attn_weights, false",
    "upcycle, layer_norm_epsilon, 1e-3",
    "hypermoe-gpt2-official-k1, k, 2",
    "hypermoe-gpt2-official-k2, use_hypernet, false"
  })
  void anotherSettingFails(String name, String key, String value) throws IOException {
    ParityCases.copy(SharedVectors.folder("model/" + name), copy);
    Path file = copy.resolve("config.json");
    ObjectNode config = (ObjectNode) Parity.JSON.readTree(Files.readAllBytes(file));
    config.set(key, Parity.JSON.readTree(value));
    Parity.JSON.writeValue(file.toFile(), config);
    assertThat(ParityCases.outcome(copy).passes()).isFalse();
  }
}
