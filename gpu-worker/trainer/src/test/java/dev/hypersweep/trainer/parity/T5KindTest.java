package dev.hypersweep.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class T5KindTest {

  @TempDir Path copy;

  @Test
  void everyNumberOfBothStylesIsThatOfTheLibrary() {
    for (String name : new String[] {"t5-relu-tied", "t5-gated-untied"}) {
      Outcome outcome = ParityCases.outcome("model/" + name);
      assertThat(outcome.faults()).as(name).isEmpty();
      assertThat(outcome.passes()).as("%s: %s", name, outcome.greatest()).isTrue();
    }
  }

  @Test
  void anotherEpsilonOrActivationFails() throws IOException {
    assertThat(outcomeWith("layer_norm_epsilon", "1e-5").passes()).isFalse();
    assertThat(outcomeWith("dense_act_fn", "\"gelu\"").passes()).isFalse();
  }

  private Outcome outcomeWith(String key, String value) throws IOException {
    Path folder = SharedVectors.folder("model/t5-gated-untied");
    ParityCases.copy(folder, copy);
    ObjectNode config =
        (ObjectNode) Parity.JSON.readTree(Files.readAllBytes(copy.resolve("config.json")));
    config.set(key, Parity.JSON.readTree(value));
    Parity.JSON.writeValue(copy.resolve("config.json").toFile(), config);
    return ParityCases.outcome(copy);
  }
}
